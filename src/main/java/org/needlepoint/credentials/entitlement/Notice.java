package org.needlepoint.credentials.entitlement;

import java.time.LocalDate;

/// What somebody who may needle should know of it; none of it stands in the way.
public sealed interface Notice {
    /// Today is the last day of the licence.
    record LicenceEndsToday() implements Notice {}

    /// Within the next thirty days.
    record LicenceEndsSoon(LocalDate expires) implements Notice {}

    /// Somebody should look the licence up again.
    record LicenceToCheck(LocalDate since) implements Notice {}

    /// The rule is past its review date.
    record RuleToReview(LocalDate since) implements Notice {}

    /// The knowledge says something else than when the rule was confirmed.
    record ProposalChanged() implements Notice {}

    /// It is so only while a supervisor is in the room.
    record UnderSupervision(Shortfall of) implements Notice {}

    /// The state asks for consent in writing.
    record WrittenConsent() implements Notice {}

    /// The state asks for a written referral.
    record Referral() implements Notice {}

    /// Limits in words.
    record Limits(String words) implements Notice {}
}
