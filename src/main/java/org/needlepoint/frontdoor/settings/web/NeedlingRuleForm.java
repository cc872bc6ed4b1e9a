package org.needlepoint.frontdoor.settings.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.Profession;
import org.needlepoint.credentials.entitlement.Jurisdiction;
import org.needlepoint.credentials.entitlement.PracticeRule;
import org.needlepoint.credentials.entitlement.Proposal;
import org.needlepoint.credentials.entitlement.Requirements;

/// The fields of a rule, to and from what an owner types.
final class NeedlingRuleForm {
    static final List<String> FIGURES = List.of("hours", "hoursInPerson", "hoursBefore", "years", "sessions");
    private static final int MOST_HOURS = 2000;
    private static final int MOST_YEARS = 20;
    private static final int MOST_SESSIONS = 1000;
    private static final int LONGEST_SOURCE = 500;
    private static final int LONGEST_WORD = 1000;

    private NeedlingRuleForm() {}

    /// What stands, or else what was read and permits; the owner says the rest.
    static Map<String, String> typed(Optional<PracticeRule> standing, Proposal proposal, LocalDate today) {
        var typed = new LinkedHashMap<String, String>();
        var read = proposal.read();
        var asked = standing.map(PracticeRule::requirements)
                .orElseGet(() -> read == null || proposal.standing() != Proposal.Standing.PERMITTED
                        ? Requirements.NONE
                        : Requirements.of(read));
        standing.ifPresent(rule -> {
            typed.put("permits", rule.permits() ? "yes" : "no");
            typed.put("source", rule.source());
            var word = rule.word();
            typed.put("word", word == null ? "" : word);
        });
        typed.put("hours", String.valueOf(asked.hours()));
        typed.put("hoursInPerson", String.valueOf(asked.hoursInPerson()));
        typed.put("hoursBefore", String.valueOf(asked.hoursBeforeNeedling()));
        typed.put("years", String.valueOf(asked.yearsLicensed()));
        typed.put("sessions", String.valueOf(asked.supervisedSessions()));
        typed.put("written", asked.writtenConsent() ? "yes" : "");
        typed.put("referral", asked.referral() ? "yes" : "");
        typed.put("limits", asked.limits());
        typed.put("from", today.toString());
        typed.put("review", today.plusYears(1).toString());
        return typed;
    }

    /// The regions that stand, or else were read.
    static Set<String> regions(Optional<PracticeRule> standing, Proposal proposal) {
        var read = proposal.read();
        return standing.map(PracticeRule::requirements)
                .orElseGet(() -> read == null ? Requirements.NONE : Requirements.of(read))
                .regions();
    }

    /// The rule that was typed; empty when something is wrong, which `fields` says.
    static Optional<PracticeRule> read(
            Fields fields,
            Set<String> regions,
            Jurisdiction where,
            Profession profession,
            Proposal.Standing proposed,
            LocalDate today) {
        var permits = fields.text("permits");
        if (!permits.equals("yes") && !permits.equals("no")) {
            fields.wrong("permits", "credentials.rule.permits.missing");
        }
        var asked = requirements(fields, regions);
        var source = fields.text("source", LONGEST_SOURCE, "credentials.rule.source.missing");
        var word = word(fields, permits.equals("yes"), proposed);
        var from = fields.anyDay("from");
        var review = fields.day("review", today.plusDays(1));
        if (from != null && review != null && !review.isAfter(from)) {
            fields.wrong("review", "hours.wrong.order");
        }
        return fields.fine() && asked != null && from != null && review != null
                ? Optional.of(new PracticeRule(
                        where, profession, permits.equals("yes"), asked, proposed, source, word, from, review))
                : Optional.empty();
    }

    private static @Nullable Requirements requirements(Fields fields, Set<String> regions) {
        var hours = fields.number("hours", 0, MOST_HOURS);
        var inPerson = fields.number("hoursInPerson", 0, hours.orElse(MOST_HOURS));
        var before = fields.number("hoursBefore", 0, hours.orElse(MOST_HOURS));
        var years = fields.number("years", 0, MOST_YEARS);
        var sessions = fields.number("sessions", 0, MOST_SESSIONS);
        var limits = fields.text("limits");
        if (limits.length() > LONGEST_WORD) {
            fields.wrong("limits", "hours.wrong.long", LONGEST_WORD);
        }
        return fields.fine()
                ? new Requirements(
                        hours.orElseThrow(),
                        inPerson.orElseThrow(),
                        before.orElseThrow(),
                        years.orElseThrow(),
                        sessions.orElseThrow(),
                        fields.given("written"),
                        fields.given("referral"),
                        regions,
                        limits)
                : null;
    }

    private static @Nullable String word(Fields fields, boolean permits, Proposal.Standing proposed) {
        var word = fields.text("word");
        if (word.isEmpty() && permits && PracticeRule.needsWord(proposed)) {
            fields.wrong(
                    "word",
                    proposed == Proposal.Standing.PROHIBITED
                            ? "credentials.rule.basis.missing"
                            : "credentials.rule.word.missing");
        } else if (word.length() > LONGEST_WORD) {
            fields.wrong("word", "hours.wrong.long", LONGEST_WORD);
        }
        return word.isEmpty() ? null : word;
    }
}
