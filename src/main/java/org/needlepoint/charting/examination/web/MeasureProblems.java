package org.needlepoint.charting.examination.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.examination.web.TypedMeasures.Problem;
import org.needlepoint.charting.measures.MeasureWords;
import org.needlepoint.charting.measures.Measured;
import org.needlepoint.charting.measures.Scale;
import org.needlepoint.web.FieldProblem;
import org.springframework.stereotype.Component;

/// What is wrong with a form of measures, in words that name the field and the range.
@Component
class MeasureProblems {
    private final MeasureWords words;
    private final Tell tell;

    MeasureProblems(MeasureWords words, Tell tell) {
        this.words = words;
        this.tell = tell;
    }

    /// All of them, for the summary.
    List<FieldProblem> all(TypedMeasures typed, Locale locale) {
        var all = new ArrayList<FieldProblem>();
        if (typed.instrumentMissing()) {
            all.add(new FieldProblem("instrument", tell.it("examine.error.instrument", locale)));
        }
        typed.problems()
                .forEach((what, problem) ->
                        all.add(new FieldProblem(MeasureGroups.id(what), say(what, problem, typed, locale))));
        var added = sayAdded(typed, locale);
        if (added != null) {
            all.add(new FieldProblem("add-code-" + typed.first("add.kind"), added));
        }
        return all;
    }

    String say(Measured what, Problem problem, TypedMeasures typed, Locale locale) {
        var name = words.full(what, locale);
        return switch (problem) {
            case Problem.PainAlone() -> tell.it("examine.error.painAlone", locale, name);
            case Problem.Unusual() -> tell.it("examine.error.unusual", locale, name, typed(what, typed, locale));
            case Problem.Refused(var read) -> refused(name, what, read, typed, locale);
        };
    }

    private String refused(String name, Measured what, Scale.Read read, TypedMeasures typed, Locale locale) {
        return switch (read) {
            case Scale.Read.Impossible(var limits, var unit) ->
                tell.it(
                        "examine.error.impossible",
                        locale,
                        name,
                        typed(what, typed, locale),
                        words.quantity(limits.least(), unit, locale),
                        words.quantity(limits.most(), unit, locale));
            case Scale.Read.NoSuchWord(var scale) ->
                tell.it(
                        "examine.error.word",
                        locale,
                        name,
                        scale.stream()
                                .map(word -> words.word(what.kind(), word, locale))
                                .collect(Collectors.joining(", ")));
            case Scale.Read.TooLong(var most) -> tell.it("examine.error.long", locale, name, most);
            case Scale.Read.NoNumber(), Scale.Read.Blank(), Scale.Read.Given(var _, var _) ->
                tell.it("examine.error.number", locale, name);
        };
    }

    /// What was typed, as one.
    String typed(Measured what, TypedMeasures typed, Locale locale) {
        return typed.typed(what).stream()
                .filter(each -> !each.isEmpty())
                .map(each -> each.length() > 12 ? each.substring(0, 12) + "…" : each)
                .collect(Collectors.joining(locale.getLanguage().equals("es") ? "; " : ", "));
    }

    @Nullable
    String sayAdded(TypedMeasures typed, Locale locale) {
        var problems = typed.addProblems();
        if (problems.isEmpty()) {
            return null;
        }
        var muscle = tell.muscle(typed.first("add.code"), locale);
        return switch (problems.iterator().next()) {
            case NO_CODE -> tell.it("examine.error.muscle", locale);
            case NO_SIDE -> tell.it("examine.error.side", locale, muscle);
            case SIDE -> tell.it("examine.error.noSide", locale, muscle);
            case NOTHING -> tell.it("examine.error.nothing", locale);
        };
    }
}
