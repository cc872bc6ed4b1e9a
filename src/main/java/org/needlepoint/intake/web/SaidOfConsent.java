package org.needlepoint.intake.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
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

/// Records what a patient said aloud about a consent: one more area, no longer there, no longer at all, no, and how it
/// came about.
@Component
class SaidOfConsent {
    private final Consents consents;
    private final CircumstanceForm circumstances;

    SaidOfConsent(Consents consents, CircumstanceForm circumstances) {
        this.consents = consents;
        this.circumstances = circumstances;
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
            Asked asked,
            Locale locale) {
        var id = practice.id();
        var chart = visit.chart();
        switch (String.valueOf(form.getFirst("said"))) {
            case "one-more" ->
                aloud(
                        to,
                        form,
                        (area, technique) -> consents.extendAloud(id, chart, visit.visit(), area, technique, asked));
            case "not-there" ->
                aloud(
                        to,
                        form,
                        (area, technique) -> consents.narrowAloud(id, chart, visit.visit(), area, technique, asked));
            case "no-longer" -> consents.withdraw(id, chart, visit.visit(), to, asked);
            case "no" -> consents.refuse(id, chart, visit.visit(), to, asked);
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
