package org.needlepoint.intake.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.needlepoint.intake.Circumstance;
import org.needlepoint.intake.Circumstance.Answer;
import org.needlepoint.intake.Circumstance.Authority;
import org.needlepoint.web.FieldProblem;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// Who signs for a minor, by what right, and what the minor says to it (rule W6).
@Component
class GuardianForm {
    private final Pages pages;

    GuardianForm(Pages pages) {
        this.pages = pages;
    }

    List<Pages.Option> authorities(Locale locale) {
        return Arrays.stream(Authority.values())
                .map(each -> new Pages.Option(each.code(), pages.say("intake.authority." + each.code(), locale), null))
                .toList();
    }

    List<Pages.Option> assents(Locale locale) {
        return Arrays.stream(Answer.values())
                .map(each -> new Pages.Option(each.code(), pages.say("intake.assent." + each.code(), locale), null))
                .toList();
    }

    /// What the form says; what is missing is added to the problems.
    ///
    /// @param remote whether the guardian signs elsewhere
    List<Circumstance> read(
            MultiValueMap<String, String> form,
            String name,
            boolean remote,
            List<FieldProblem> problems,
            Locale locale) {
        var authority = Arrays.stream(Authority.values())
                .filter(each -> each.code().equals(form.getFirst("authority")))
                .findFirst();
        var assent = assent(form);
        if (authority.isEmpty()) {
            problems.add(new FieldProblem("authority", pages.say("intake.consent.error.authority", locale)));
        }
        if (assent.isEmpty()) {
            problems.add(new FieldProblem("assent", pages.say("intake.consent.error.assent", locale)));
        }
        return authority.isEmpty() || assent.isEmpty()
                ? List.of()
                : List.of(
                        new Circumstance.Guardian(name, authority.get(), remote),
                        new Circumstance.Assent(assent.get()));
    }

    static Optional<Answer> assent(MultiValueMap<String, String> form) {
        return Arrays.stream(Answer.values())
                .filter(each -> each.code().equals(form.getFirst("assent")))
                .findFirst();
    }
}
