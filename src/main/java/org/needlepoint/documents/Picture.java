package org.needlepoint.documents;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// A photo or a scan of a visit, without its bytes.
///
/// @param agreed whether the patient agreed to it for the record
public record Picture(UUID id, UUID patient, UUID visit, Kind kind, boolean agreed, Instant keptAt) {
    /// What it shows. Names are stored and never change.
    public enum Kind {
        /// A reaction of the skin: kept with the patient's agreement alone.
        REACTION,
        /// A sheet of paper.
        SHEET,
        /// A page of a consent that was signed on paper.
        CONSENT;

        /// As stored: `reaction`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
