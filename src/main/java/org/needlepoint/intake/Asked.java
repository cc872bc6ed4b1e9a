package org.needlepoint.intake;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;

/// How an answer, a consent or a refusal came: on whose device, and from whom.
///
/// @param by       the patient where they are signed in, a guest behind a link, or the member of staff who asked
/// @param handedBy the account that handed over the practice's tablet; null without one
public record Asked(How how, Actor by, @Nullable UUID handedBy) {
    /// Whose hands were on the screen.
    public enum How {
        /// The patient, on a device of their own.
        LINK,
        /// The patient, on the practice's tablet.
        TABLET,
        /// A member of staff, who asked aloud.
        STAFF;

        /// As stored: `link`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The way of a stored code.
        public static How of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /// The patient, on a device of their own.
    public static Asked byLink(Actor patientOrGuest) {
        return new Asked(How.LINK, patientOrGuest, null);
    }

    /// The patient, on the tablet that somebody handed over.
    public static Asked onTablet(UUID handedBy) {
        return new Asked(How.TABLET, Actor.GUEST, handedBy);
    }

    /// A member of staff asked.
    public static Asked byStaff(Actor account) {
        return new Asked(How.STAFF, account, null);
    }
}
