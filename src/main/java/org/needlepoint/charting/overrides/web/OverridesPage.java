package org.needlepoint.charting.overrides.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.charting.overrides.GoneOn;
import org.needlepoint.charting.overrides.OverrideRates;
import org.needlepoint.identity.AccountId;
import org.needlepoint.identity.Accounts;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.web.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// How often practitioners were asked to weigh something, how often they went on, and why, over a chosen time.
@Controller
class OverridesPage {
    private static final int DAYS = 90;

    private final OverrideRates rates;
    private final Accounts accounts;
    private final Knowledge knowledge;
    private final MessageSource messages;
    private final Clock clock;

    OverridesPage(OverrideRates rates, Accounts accounts, Knowledge knowledge, MessageSource messages, Clock clock) {
        this.rates = rates;
        this.accounts = accounts;
        this.knowledge = knowledge;
        this.messages = messages;
        this.clock = clock;
    }

    /// One line of the table.
    record Row(String kind, String what, String who, String often, String reasons) {}

    @GetMapping("/p/{slug}/overrides")
    ModelAndView show(
            Practice practice,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Locale locale) {
        var today = LocalDate.ofInstant(clock.instant(), practice.zone());
        var first = from.isBlank() ? today.minusDays(DAYS) : date(from);
        var last = to.isBlank() ? today : date(to);
        var problems = problems(first, last, locale);
        var page = new ModelAndView("charting/overrides");
        if (!problems.isEmpty() || first == null || last == null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            page.addObject("rows", List.of());
        } else {
            page.addObject("rows", rows(practice, first, last, locale));
        }
        page.addObject("failed", !problems.isEmpty());
        page.addObject("from", from.isBlank() && first != null ? first.toString() : from);
        page.addObject("to", to.isBlank() && last != null ? last.toString() : to);
        page.addObject("errors", problems);
        page.addObject(
                "errorOf", problems.stream().collect(Collectors.toMap(FieldProblem::field, FieldProblem::message)));
        return page;
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private List<FieldProblem> problems(@Nullable LocalDate first, @Nullable LocalDate last, Locale locale) {
        var problems = new ArrayList<FieldProblem>();
        if (first == null) {
            problems.add(new FieldProblem("from", say("overrides.error.date", locale)));
        }
        if (last == null) {
            problems.add(new FieldProblem("to", say("overrides.error.date", locale)));
        }
        if (first != null && last != null && last.isBefore(first)) {
            problems.add(new FieldProblem("to", say("overrides.error.order", locale)));
        }
        return problems;
    }

    private List<Row> rows(Practice practice, LocalDate first, LocalDate last, Locale locale) {
        return rates.between(practice.id(), first, last, practice.zone()).stream()
                .map(each -> new Row(
                        say("overrides.kind." + each.kind().code(), locale),
                        what(each, locale),
                        who(practice.id(), each.account()),
                        say("overrides.often", locale, each.goneOn(), each.asked(), each.percent()),
                        reasons(each, locale)))
                .toList();
    }

    private String what(GoneOn each, Locale locale) {
        return switch (each.kind()) {
            case QUESTION ->
                knowledge
                        .screeningQuestion(each.subject())
                        .map(question -> question.ask().in(locale))
                        .orElse(each.subject());
            case HAZARD -> say("note.hazard." + each.subject().replace('_', '-'), locale);
            case BOTH_SIDES_OF_THORAX -> say("overrides.thorax", locale);
            case NO_REFERRAL -> say("overrides.no-referral", locale);
            case RED_SIGN ->
                knowledge
                        .redFlagQuestion(each.subject())
                        .map(question -> question.ask().in(locale))
                        .orElse(each.subject());
        };
    }

    private String who(PracticeId practice, UUID account) {
        return accounts.find(practice, new AccountId(account))
                .map(Accounts.Account::displayName)
                .orElse(account.toString());
    }

    private String reasons(GoneOn each, Locale locale) {
        return each.reasons().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(reason -> say("overrides.reason", locale, word(reason.getKey(), locale), reason.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String word(String reason, Locale locale) {
        return switch (reason) {
            case GoneOn.TICKED, GoneOn.OWN_WORDS -> say("overrides.reason." + reason, locale);
            default -> say("charting.because." + reason, locale);
        };
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
