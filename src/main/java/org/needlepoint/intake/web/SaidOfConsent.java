package org.needlepoint.intake.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.intake.Asked;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.intake.ConsentTo;
import org.needlepoint.intake.Consents;
import org.needlepoint.intake.Technique;
import org.needlepoint.intake.VisitFacts;
import org.needlepoint.practice.Practice;
import org.needlepoint.web.FieldProblem;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// Records what a patient said aloud about a consent: one more area, no longer there, no longer at all, no; and how it
/// came about, also that a guardian was identified.
@Component
class SaidOfConsent {
    private final Consents consents;
    private final CircumstanceForm circumstances;
    private final YesAloud yesAloud;
    private final Pages pages;

    SaidOfConsent(Consents consents, CircumstanceForm circumstances, YesAloud yesAloud, Pages pages) {
        this.consents = consents;
        this.circumstances = circumstances;
        this.yesAloud = yesAloud;
        this.pages = pages;
    }

    /// What became of it.
    sealed interface Keeping {
        /// Recorded.
        record Kept() implements Keeping {}

        /// Nothing is recorded.
        record Wrong(List<FieldProblem> problems) implements Keeping {}

        /// It is none of these things.
        record Unknown() implements Keeping {}
    }

    Keeping keep(
            Practice practice,
            VisitFacts visit,
            ConsentTo to,
            MultiValueMap<String, String> form,
            SignedIn who,
            Locale locale) {
        var asked = Asked.byStaff(who.actor());
        var id = practice.id();
        var chart = visit.chart();
        switch (String.valueOf(form.getFirst("said"))) {
            case "one-more" -> {
                if (!yesAloud.isEnough(id, visit, who)) {
                    return wrong("area", "intake.staffConsent.signed.lead", locale);
                }
                aloud(
                        to,
                        form,
                        (area, technique) -> consents.extendAloud(id, chart, visit.visit(), area, technique, asked));
            }
            case "not-there" ->
                aloud(
                        to,
                        form,
                        (area, technique) -> consents.narrowAloud(id, chart, visit.visit(), area, technique, asked));
            case "no-longer" -> consents.withdraw(id, chart, visit.visit(), to, asked);
            case "no" -> consents.refuse(id, chart, visit.visit(), to, asked);
            case "identified" -> {
                var means = CircumstanceForm.means(form);
                if (means.isEmpty()) {
                    return wrong("means", "intake.how.error.means", locale);
                }
                consents.tell(id, chart, visit.visit(), to, List.of(means.get()), asked);
            }
            case "how" -> {
                var problems = new ArrayList<FieldProblem>();
                var told = circumstances.read(form, problems, locale);
                if (!problems.isEmpty()) {
                    return new Keeping.Wrong(problems);
                }
                consents.tell(id, chart, visit.visit(), to, told, asked);
            }
            default -> {
                return new Keeping.Unknown();
            }
        }
        return new Keeping.Kept();
    }

    private Keeping wrong(String field, String key, Locale locale) {
        return new Keeping.Wrong(List.of(new FieldProblem(field, pages.say(key, locale))));
    }

    private static void aloud(ConsentTo to, MultiValueMap<String, String> form, BiConsumer<BodyArea, Technique> said) {
        var technique = to.techniques().stream()
                .filter(each -> each.code().equals(form.getFirst("technique")))
                .findFirst();
        var area = Arrays.stream(BodyArea.values())
                .filter(each -> each.code().equals(form.getFirst("area")))
                .findFirst();
        if (technique.isPresent() && area.isPresent()) {
            said.accept(area.get(), technique.get());
        }
    }
}
