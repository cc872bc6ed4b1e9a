package org.needlepoint.intake;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.needlepoint.anatomy.Evidence;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Lesson;
import org.needlepoint.anatomy.SafetyFact;
import org.needlepoint.anatomy.Source;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Counted risks in words, each in the numbers of its own study: never added, never averaged. What nobody has read in
/// its source is left out.
@Component
public class Figures {
    private static final double SMALL = 0.05;

    private final Knowledge knowledge;
    private final MessageSource messages;

    Figures(Knowledge knowledge, MessageSource messages) {
        this.knowledge = knowledge;
        this.messages = messages;
    }

    /// One line: what is counted, and how often.
    public record Line(String what, String often) {}

    /// Where the figures of lessons stand, each citation once.
    public List<String> sources(List<Lesson> lessons) {
        return lessons.stream()
                .flatMap(lesson -> lesson.figures().stream())
                .flatMap(figure -> fact(figure).stream())
                .flatMap(fact -> fact.sources().stream())
                .distinct()
                .flatMap(id -> knowledge.source(id).stream())
                .map(Source::citation)
                .toList();
    }

    /// The figures of a lesson.
    public List<Line> of(Lesson lesson, Locale locale) {
        return lesson.figures().stream()
                .flatMap(figure ->
                        fact(figure).map(fact -> new Line(figure.text().in(locale), often(fact, locale))).stream())
                .toList();
    }

    private Optional<SafetyFact> fact(Lesson.Figure figure) {
        return knowledge.safetyFact(figure.fact()).filter(fact -> fact.evidence() == Evidence.READ);
    }

    private String often(SafetyFact fact, Locale locale) {
        var numbers = NumberFormat.getNumberInstance(locale);
        var of = fact.per() == null ? "treatment" : fact.per();
        var counted = fact.numerator();
        var all = fact.denominator();
        if (counted != null && all != null) {
            return say("intake.figure." + of, locale, numbers.format(counted), numbers.format(all));
        }
        var pct = fact.pct() == null ? 0 : fact.pct();
        if (pct >= SMALL) {
            return say("intake.figure." + of, locale, numbers.format(pct), numbers.format(100));
        }
        var few = say("intake.figure." + of, locale, numbers.format(pct * 1000), numbers.format(100_000));
        return "upper bound".equals(fact.bound()) ? say("intake.figure.below", locale, few) : few;
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
