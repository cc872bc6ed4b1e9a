package org.needlepoint.credentials.entitlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The question whether somebody may needle (rule C13), with all that answers it.
///
/// @param day        in the zone of the place
/// @param rule       the confirmed rule that stands on that day
/// @param supervised whether somebody who may is in the room to supervise
record Question(
        Jurisdiction jurisdiction,
        LocalDate day,
        Proposal proposal,
        Optional<PracticeRule> rule,
        Qualifications has,
        boolean supervised) {
    private static final int SOON_DAYS = 30;

    Entitlement answer() {
        var shortfalls = shortfalls();
        if (rule.isEmpty() || !shortfalls.stream().allMatch(it -> supervised && it.liftedBySupervision())) {
            return new Entitlement.NotEntitled(jurisdiction, shortfalls);
        }
        return new Entitlement.Entitled(rule.get(), notices(rule.get(), shortfalls));
    }

    private List<Shortfall> shortfalls() {
        var found = new ArrayList<Shortfall>();
        rule.ifPresentOrElse(
                standing -> {
                    if (!standing.permits()) {
                        found.add(new Shortfall.RuleForbids());
                    } else if (prohibitedSince(standing)) {
                        found.add(new Shortfall.Prohibited());
                    }
                },
                () -> found.add(
                        proposal.standing() == Proposal.Standing.PROHIBITED
                                ? new Shortfall.Prohibited()
                                : new Shortfall.RuleNotConfirmed(proposal.standing())));
        has.licence(jurisdiction).ifPresentOrElse(it -> licence(it, found), () -> found.add(new Shortfall.NoLicence()));
        rule.filter(PracticeRule::permits).ifPresent(it -> training(it.requirements(), found));
        return found;
    }

    /// Whether a prohibition was read only after the owner had confirmed the rule: nobody has filed a basis against it.
    private boolean prohibitedSince(PracticeRule standing) {
        return proposal.standing() == Proposal.Standing.PROHIBITED
                && standing.proposed() != Proposal.Standing.PROHIBITED;
    }

    private void licence(Licence licence, List<Shortfall> found) {
        var expires = licence.expires();
        if (day.isBefore(licence.issued())) {
            found.add(new Shortfall.LicenceLater(licence.issued()));
        } else if (expires != null && day.isAfter(expires)) {
            found.add(new Shortfall.LicenceExpired(expires));
        }
        int years = rule.map(it -> it.requirements().yearsLicensed()).orElse(0);
        if (licence.issued().plusYears(years).isAfter(day) && years > 0) {
            found.add(new Shortfall.YearsMissing(licence.issued(), years));
        }
    }

    private void training(Requirements asked, List<Shortfall> found) {
        int hours = has.hours(day);
        if (hours < asked.hoursBeforeNeedling()) {
            found.add(new Shortfall.HoursBeforeNeedlingMissing(hours, asked.hoursBeforeNeedling()));
        }
        if (hours < asked.hours()) {
            found.add(new Shortfall.HoursMissing(hours, asked.hours()));
        }
        int inPerson = has.hoursInPerson(day);
        if (inPerson < asked.hoursInPerson()) {
            found.add(new Shortfall.HoursInPersonMissing(inPerson, asked.hoursInPerson()));
        }
        int sessions = has.sessions(day);
        if (sessions < asked.supervisedSessions()) {
            found.add(new Shortfall.SessionsMissing(sessions, asked.supervisedSessions()));
        }
    }

    private List<Notice> notices(PracticeRule standing, List<Shortfall> lifted) {
        var notices = new ArrayList<Notice>();
        has.licence(jurisdiction).ifPresent(licence -> {
            var expires = licence.expires();
            if (day.equals(expires)) {
                notices.add(new Notice.LicenceEndsToday());
            } else if (expires != null && !expires.isAfter(day.plusDays(SOON_DAYS))) {
                notices.add(new Notice.LicenceEndsSoon(expires));
            }
            if (day.isAfter(licence.checkAgain())) {
                notices.add(new Notice.LicenceToCheck(licence.checkAgain()));
            }
        });
        if (day.isAfter(standing.reviewOn())) {
            notices.add(new Notice.RuleToReview(standing.reviewOn()));
        }
        if (standing.proposed() != proposal.standing()) {
            notices.add(new Notice.ProposalChanged());
        }
        lifted.forEach(it -> notices.add(new Notice.UnderSupervision(it)));
        var asked = standing.requirements();
        if (asked.writtenConsent()) {
            notices.add(new Notice.WrittenConsent());
        }
        if (asked.referral()) {
            notices.add(new Notice.Referral());
        }
        if (!asked.limits().isBlank()) {
            notices.add(new Notice.Limits(asked.limits()));
        }
        return notices;
    }
}
