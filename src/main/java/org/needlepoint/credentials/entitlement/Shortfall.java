package org.needlepoint.credentials.entitlement;

import java.time.LocalDate;

/// Why somebody may not needle.
public sealed interface Shortfall {
    /// Whoever is signed in is no practitioner of this practice.
    record NoPractitioner() implements Shortfall {}

    /// No owner has confirmed a rule.
    record RuleNotConfirmed(Proposal.Standing proposed) implements Shortfall {}

    /// What was read says that the profession may not; an owner files the legal basis first, also
    /// when it was read only after a rule was confirmed.
    record Prohibited() implements Shortfall {}

    /// The confirmed rule says that the profession may not.
    record RuleForbids() implements Shortfall {}

    /// Nobody has noted a licence for the jurisdiction.
    record NoLicence() implements Shortfall {}

    /// It begins later.
    record LicenceLater(LocalDate issued) implements Shortfall {}

    /// It ended.
    ///
    /// @param expired its last day
    record LicenceExpired(LocalDate expired) implements Shortfall {}

    /// It is not old enough.
    ///
    /// @param since when it was issued
    /// @param need  years
    record YearsMissing(LocalDate since, int need) implements Shortfall {}

    /// Hours before the first patient, which no supervision replaces.
    record HoursBeforeNeedlingMissing(int have, int need) implements Shortfall {}

    /// Hours of training in all.
    record HoursMissing(int have, int need) implements Shortfall {}

    /// Hours in person.
    record HoursInPersonMissing(int have, int need) implements Shortfall {}

    /// Sessions that an instructor accepted.
    record SessionsMissing(int have, int need) implements Shortfall {}

    /// Somebody is named who would lift the rest by supervising, and has not confirmed it.
    ///
    /// @param supervisor their name
    record SupervisionNotConfirmed(String supervisor) implements Shortfall {}

    /// They said that they do not supervise.
    ///
    /// @param supervisor their name
    record SupervisionDeclined(String supervisor) implements Shortfall {}

    /// Whether it is what training is for: somebody with an instructor in the room may needle in spite of it.
    default boolean liftedBySupervision() {
        return switch (this) {
            case HoursMissing _, HoursInPersonMissing _, SessionsMissing _ -> true;
            case RuleNotConfirmed _, Prohibited _, RuleForbids _, NoLicence _, LicenceLater _ -> false;
            case LicenceExpired _, YearsMissing _, HoursBeforeNeedlingMissing _ -> false;
            case NoPractitioner _, SupervisionNotConfirmed _, SupervisionDeclined _ -> false;
        };
    }
}
