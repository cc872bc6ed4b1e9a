package org.needlepoint.credentials.entitlement;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Evidence;
import org.needlepoint.anatomy.ScopeOfPractice.OfProfession;

/// What the knowledge proposes for a profession in a jurisdiction (rule C13). It decides nothing.
///
/// @param read what was read or recalled; null when nothing was
public record Proposal(@Nullable OfProfession read) {
    /// Nobody has read anything.
    public static final Proposal NONE = new Proposal(null);

    /// What it comes to.
    public enum Standing {
        PERMITTED,
        SILENT,
        VARIES,
        UNKNOWN,
        PROHIBITED;

        /// As stored: `permitted`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Standing of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /// What it comes to; what was recalled and not read is unknown.
    public Standing standing() {
        if (read == null || read.evidence() != Evidence.READ) {
            return Standing.UNKNOWN;
        }
        return switch (read.status()) {
            case PERMITTED -> Standing.PERMITTED;
            case SILENT -> Standing.SILENT;
            case VARIES -> Standing.VARIES;
            case PROHIBITED -> Standing.PROHIBITED;
        };
    }
}
