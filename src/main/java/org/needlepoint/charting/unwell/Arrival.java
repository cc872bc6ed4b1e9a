package org.needlepoint.charting.unwell;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// Somebody came unwell.
///
/// @param reported what they said, in their words; 1..1000 characters
/// @param told     which practitioner was called; may be empty
public record Arrival(String reported, String told, Outcome outcome, Instant at, UUID by) {
    /// How the visit went on.
    public enum Outcome {
        /// As exercise or manual therapy.
        WITHOUT_NEEDLES,
        /// It ended, and the patient went home.
        ENDED,
        /// It ended, and the patient was asked to see a physician.
        TO_PHYSICIAN,
        /// The emergency number was called.
        EMERGENCY;

        /// As stored: `to-physician`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Outcome of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
