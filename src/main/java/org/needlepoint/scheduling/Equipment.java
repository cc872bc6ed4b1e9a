package org.needlepoint.scheduling;

import java.util.Locale;
import java.util.UUID;

/// A thing of a location that one visit at a time can use.
public record Equipment(EquipmentId id, UUID location, Kind kind, String name, int position) {
    /// What a service asks for.
    public enum Kind {
        TABLE,
        ULTRASOUND,
        SHOCKWAVE,
        OTHER;

        /// As tables and message keys write it.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The kind of a code.
        ///
        /// @throws IllegalArgumentException for any other text
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
