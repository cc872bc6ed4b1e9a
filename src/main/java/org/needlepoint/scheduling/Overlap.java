package org.needlepoint.scheduling;

import java.util.Locale;

/// A visit that shares its practitioner's time with another on purpose (rule F2). It lies on a lane of its own, which
/// booking by patients never sees.
///
/// @param reason 3..200 characters, for whoever looks at the day later
public record Overlap(Role role, String reason) {
    /// What the practitioner is to this visit while another has their time.
    public enum Role {
        /// Seen in between, by the practitioner.
        FITTED_IN,
        /// Treated by somebody whom the practitioner supervises.
        SUPERVISED,
        /// Begun or ended by the practitioner; a colleague is with the patient in between.
        COVERED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// The role of a code.
        ///
        /// @throws IllegalArgumentException for a code that is none
        public static Role of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    public Overlap {
        reason = reason.strip();
        if (reason.length() < 3 || reason.length() > 200) {
            throw new IllegalArgumentException("a reason has 3..200 characters, was " + reason.length());
        }
    }
}
