package org.needlepoint.intake.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.intake.Circumstance;
import org.needlepoint.intake.Circumstance.Means;
import org.needlepoint.intake.MinorPrivacies;
import org.needlepoint.practice.Practice;
import org.needlepoint.web.FieldProblem;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// How a consent came about, as staff write it down (rule W6): interpreter, said back, witness, and of a minor who the
/// guardian is and what the minor says.
@Component
class CircumstanceForm {
    private static final int LONGEST_SOURCE = 500;

    private final GuardianForm guardian;
    private final Pages pages;

    CircumstanceForm(GuardianForm guardian, Pages pages) {
        this.guardian = guardian;
        this.pages = pages;
    }

    /// A circumstance in words.
    record Line(String label, String value) {}

    List<Pages.Option> assents(Locale locale) {
        return guardian.assents(locale);
    }

    List<Pages.Option> means(Locale locale) {
        return Arrays.stream(Means.values())
                .map(each -> new Pages.Option(each.code(), pages.say("intake.means." + each.code(), locale), null))
                .toList();
    }

    List<Pages.Option> answers(Locale locale) {
        return Arrays.stream(MinorPrivacies.Answer.values())
                .map(each -> new Pages.Option(each.code(), pages.say("intake.privacy." + each.code(), locale), null))
                .toList();
    }

    List<Circumstance> read(MultiValueMap<String, String> form, List<FieldProblem> problems, Locale locale) {
        var told = new ArrayList<Circumstance>();
        var interpreter = text(form, "interpreter", problems, locale);
        var language = text(form, "language", problems, locale);
        var witness = text(form, "witness", problems, locale);
        if (interpreter.isEmpty() != language.isEmpty()) {
            var missing = interpreter.isEmpty() ? "interpreter" : "language";
            problems.add(new FieldProblem(missing, pages.say("intake.how.error." + missing, locale)));
        } else if (!interpreter.isEmpty()) {
            told.add(new Circumstance.Interpreter(interpreter, language));
        }
        if (form.containsKey("saidBack")) {
            told.add(new Circumstance.SaidBack());
        }
        if (!witness.isEmpty()) {
            told.add(new Circumstance.Witness(witness));
        }
        means(form).ifPresent(told::add);
        GuardianForm.assent(form).map(Circumstance.Assent::new).ifPresent(told::add);
        if (told.isEmpty() && problems.isEmpty()) {
            problems.add(new FieldProblem("interpreter", pages.say("intake.how.error.nothing", locale)));
        }
        return told;
    }

    /// How the guardian was identified; empty: nothing was chosen.
    static Optional<Circumstance> means(MultiValueMap<String, String> form) {
        return Arrays.stream(Means.values())
                .filter(each -> each.code().equals(form.getFirst("means")))
                .findFirst()
                .map(Circumstance.Identified::new);
    }

    private String text(MultiValueMap<String, String> form, String name, List<FieldProblem> problems, Locale locale) {
        var typed = form.getFirst(name);
        var text = typed == null ? "" : typed.strip();
        if (text.length() > Circumstance.LONGEST_NAME) {
            problems.add(new FieldProblem(name, pages.say("intake.how.error.long", locale)));
        }
        return text;
    }

    Line words(Circumstance.Recorded recorded, Locale locale) {
        return switch (recorded.what()) {
            case Circumstance.Interpreter(var name, var language) ->
                new Line(pages.say("intake.how.interpreter", locale), name + ", " + language);
            case Circumstance.SaidBack _ ->
                new Line(pages.say("intake.how.saidBack.short", locale), pages.say("intake.answer.yes", locale));
            case Circumstance.Witness(var name) -> new Line(pages.say("intake.how.witness", locale), name);
            case Circumstance.Guardian(var name, var authority, var remote) ->
                new Line(
                        pages.say("intake.authority." + authority.code(), locale),
                        pages.say(remote ? "intake.how.remote" : "intake.how.present", locale, name));
            case Circumstance.Identified(var means) ->
                new Line(pages.say("intake.how.means", locale), pages.say("intake.means." + means.code(), locale));
            case Circumstance.Assent(var answer) ->
                new Line(
                        pages.say("intake.consent.assent", locale),
                        pages.say("intake.assent." + answer.code(), locale));
        };
    }

    /// What is known of a minor's privacy in a state.
    String words(MinorPrivacies.Known known, Locale locale) {
        return known.found()
                .map(found -> pages.say(
                        "intake.privacy.known",
                        locale,
                        known.region(),
                        pages.say("intake.privacy." + found.answer().code(), locale),
                        Pages.day(found.inForceFrom(), locale) + " "
                                + found.inForceFrom().getYear(),
                        found.source()))
                .orElseGet(() -> pages.say("intake.privacy.none", locale, known.region()));
    }

    /// What somebody found about the state of a place; null, with the problems, when something is missing.
    MinorPrivacies.@Nullable Found privacy(
            Practice practice,
            UUID location,
            MultiValueMap<String, String> form,
            List<FieldProblem> problems,
            Locale locale) {
        var answer = Arrays.stream(MinorPrivacies.Answer.values())
                .filter(each -> each.code().equals(form.getFirst("answer")))
                .findFirst();
        var typed = form.getFirst("source");
        var source = typed == null ? "" : typed.strip();
        var from = date(form.getFirst("inForceFrom"));
        if (answer.isEmpty()) {
            problems.add(new FieldProblem("answer", pages.say("intake.privacy.error.answer", locale)));
        }
        if (source.isEmpty() || source.length() > LONGEST_SOURCE) {
            problems.add(new FieldProblem("source", pages.say("intake.privacy.error.source", locale)));
        }
        if (from == null) {
            problems.add(new FieldProblem("inForceFrom", pages.say("intake.privacy.error.from", locale)));
        }
        return answer.isEmpty() || from == null || !problems.isEmpty()
                ? null
                : new MinorPrivacies.Found(MinorPrivacies.region(practice, location), answer.get(), from, source);
    }

    private static @Nullable LocalDate date(@Nullable String typed) {
        try {
            return typed == null ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
