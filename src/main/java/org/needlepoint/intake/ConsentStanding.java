package org.needlepoint.intake;

import java.time.Instant;

/// Where a patient's consent stands now.
public sealed interface ConsentStanding {
    /// Nobody has asked, or the patient has not answered.
    record None() implements ConsentStanding {}

    /// Given, perhaps in part: ask it what it covers.
    record Given(Consent consent) implements ConsentStanding {}

    /// The patient does not want needles.
    record Refused(Instant at) implements ConsentStanding {}

    /// The patient took it back. What is in the body by then still comes out, and is counted.
    record Withdrawn(Consent consent, Instant at) implements ConsentStanding {}

    /// What is kept is not what was signed: somebody changed it behind the application's back. Counts as no consent.
    record Altered(ConsentId consent) implements ConsentStanding {}
}
