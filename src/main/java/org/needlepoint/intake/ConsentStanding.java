package org.needlepoint.intake;

import java.time.Instant;
import java.util.Locale;

/// Where a patient's consent stands now.
public sealed interface ConsentStanding {
    /// Nobody has asked, or the patient has not answered.
    record None() implements ConsentStanding {}

    /// Given, perhaps in part: ask it what it covers.
    record Given(Consent consent) implements ConsentStanding {}

    /// Signed, and not enough: the patient is or was a minor. Counts as no consent.
    record NotEnough(Consent consent, Why why) implements ConsentStanding {
        /// Why a signature is not enough.
        public enum Why {
            /// A minor signed and nobody who may sign for them.
            NO_GUARDIAN,
            /// The guardian agreed, and the minor said no.
            NO_ASSENT,
            /// The guardian signed, and nobody of the practice has checked who they are.
            GUARDIAN_NOT_IDENTIFIED,
            /// It was signed for a minor who has come of age since: they sign for themselves.
            OF_AGE_SINCE;

            /// As in keys of texts: `of-age-since`.
            public String code() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }

    /// The patient does not want needles.
    record Refused(Instant at) implements ConsentStanding {}

    /// The patient took it back. What is in the body by then still comes out, and is counted.
    record Withdrawn(Consent consent, Instant at) implements ConsentStanding {}

    /// What is kept is not what was signed: somebody changed it behind the application's back. Counts as no consent.
    record Altered(ConsentId consent) implements ConsentStanding {}
}
