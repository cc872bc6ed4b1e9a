package org.needlepoint.intake.web;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Lesson;
import org.needlepoint.anatomy.SafetyFact;
import org.needlepoint.anatomy.Source;
import org.springframework.stereotype.Component;

/// Counted risks in words, each in the numbers of its own study: never added, never averaged.
@Component
class Figures {
    private static final double SMALL = 0.05;

    private final Knowledge knowledge;
    private final Pages pages;

    Figures(Knowledge knowledge, Pages pages) {
        this.knowledge = knowledge;
        this.pages = pages;
    }

    /// One line: what is counted, and how often.
    record Line(String what, String often) {}

    /// Where the figures of a lesson stand, each citation once.
    List<String> sources(Lesson lesson) {
        return lesson.figures().stream()
                .flatMap(figure -> knowledge.safetyFact(figure.fact()).stream())
                .flatMap(fact -> fact.sources().stream())
                .distinct()
                .flatMap(id -> knowledge.source(id).stream())
                .map(Source::citation)
                .toList();
    }

    List<Line> of(Lesson lesson, Locale locale) {
        return lesson.figures().stream()
                .flatMap(figure -> line(figure, locale).stream())
                .toList();
    }

    private Optional<Line> line(Lesson.Figure figure, Locale locale) {
        return knowledge
                .safetyFact(figure.fact())
                .map(fact -> new Line(figure.text().in(locale), often(fact, locale)));
    }

    private String often(SafetyFact fact, Locale locale) {
        var numbers = NumberFormat.getNumberInstance(locale);
        var of = fact.per() == null ? "treatment" : fact.per();
        var counted = fact.numerator();
        var all = fact.denominator();
        if (counted != null && all != null) {
            return pages.say("intake.figure." + of, locale, numbers.format(counted), numbers.format(all));
        }
        var pct = fact.pct() == null ? 0 : fact.pct();
        if (pct >= SMALL) {
            return pages.say("intake.figure." + of, locale, numbers.format(pct), numbers.format(100));
        }
        var few = pages.say("intake.figure." + of, locale, numbers.format(pct * 1000), numbers.format(100_000));
        return "upper bound".equals(fact.bound()) ? pages.say("intake.figure.below", locale, few) : few;
    }
}
