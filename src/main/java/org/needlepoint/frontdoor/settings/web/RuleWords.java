package org.needlepoint.frontdoor.settings.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Evidence;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Source;
import org.needlepoint.credentials.entitlement.EntitlementWords;
import org.needlepoint.credentials.entitlement.PracticeRule;
import org.needlepoint.credentials.entitlement.Proposal;
import org.needlepoint.credentials.entitlement.Requirements;
import org.springframework.stereotype.Component;

/// What was read about a rule, and what an owner confirmed, in words.
@Component
class RuleWords {
    private final Knowledge knowledge;
    private final FormPage form;

    RuleWords(Knowledge knowledge, FormPage form) {
        this.knowledge = knowledge;
        this.form = form;
    }

    /// A source to follow.
    ///
    /// @param href null where it is not on the web
    record Cited(String citation, @Nullable String href, String grade) {}

    /// A proposal.
    ///
    /// @param note    conditions in English; null: none
    /// @param asOf    "January 2026" as the source has it; null: not known
    /// @param checked whether it was read
    record Read(
            String standing,
            String css,
            @Nullable String note,
            @Nullable String asOf,
            boolean checked,
            List<String> asked,
            List<Cited> sources) {}

    /// A confirmed rule.
    record Confirmed(
            boolean permits,
            List<String> asked,
            String source,
            @Nullable String href,
            @Nullable String word,
            String from,
            String review) {}

    Read read(Proposal proposal, Locale locale) {
        var row = proposal.read();
        var standing = proposal.standing();
        return new Read(
                form.say("credentials.standing." + standing.code(), locale),
                css(standing),
                row == null ? null : row.note(),
                row == null ? null : row.asOf(),
                row != null && row.evidence() == Evidence.READ,
                row == null || row.evidence() != Evidence.READ ? List.of() : asked(Requirements.of(row), locale),
                row == null
                        ? List.of()
                        : row.sources().stream()
                                .flatMap(id -> knowledge.source(id).stream())
                                .map(RuleWords::cited)
                                .toList());
    }

    private static Cited cited(Source source) {
        return new Cited(source.citation(), source.href(), source.grade().name());
    }

    private static String css(Proposal.Standing standing) {
        return switch (standing) {
            case PERMITTED -> "np-tag--green";
            case PROHIBITED -> "np-tag--red";
            case SILENT, VARIES, UNKNOWN -> "np-tag--amber";
        };
    }

    Confirmed confirmed(PracticeRule rule, Locale locale) {
        return new Confirmed(
                rule.permits(),
                rule.permits() ? asked(rule.requirements(), locale) : List.of(),
                rule.source(),
                rule.source().startsWith("https://") ? rule.source() : null,
                rule.word(),
                EntitlementWords.day(rule.validFrom(), locale),
                EntitlementWords.day(rule.reviewOn(), locale));
    }

    private List<String> asked(Requirements asked, Locale locale) {
        var words = new ArrayList<String>();
        figure(words, "hours", asked.hours(), locale);
        figure(words, "hoursInPerson", asked.hoursInPerson(), locale);
        figure(words, "hoursBefore", asked.hoursBeforeNeedling(), locale);
        figure(words, "years", asked.yearsLicensed(), locale);
        figure(words, "sessions", asked.supervisedSessions(), locale);
        if (asked.writtenConsent()) {
            words.add(form.say("credentials.asked.written", locale));
        }
        if (asked.referral()) {
            words.add(form.say("credentials.asked.referral", locale));
        }
        if (!asked.regions().isEmpty()) {
            var regions = asked.regions().stream()
                    .map(it -> form.say("charting.region." + it, locale))
                    .sorted()
                    .collect(Collectors.joining(", "));
            words.add(form.say("credentials.asked.regions", locale, regions));
        }
        if (!asked.limits().isBlank()) {
            words.add(asked.limits());
        }
        return words;
    }

    private void figure(List<String> words, String name, int figure, Locale locale) {
        if (figure > 0) {
            words.add(form.say("credentials.asked." + name, locale, figure));
        }
    }
}
