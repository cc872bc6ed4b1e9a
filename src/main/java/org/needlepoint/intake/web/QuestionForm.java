package org.needlepoint.intake.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.ScreeningQuestion;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.intake.ChangeReport;
import org.needlepoint.intake.Questionnaire;
import org.needlepoint.intake.ReportedPlace;
import org.needlepoint.intake.Said;
import org.needlepoint.intake.Said.Given;
import org.needlepoint.shared.Laterality;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// A list of questions as a form: mark what applies, or say that none does. Nothing marked is no answer.
@Component
class QuestionForm {
    /// Places that a yes can name.
    static final int PLACES = 2;

    private final Pages pages;

    QuestionForm(Pages pages) {
        this.pages = pages;
    }

    /// A line of the form.
    ///
    /// @param where  whether a yes asks for the place
    /// @param places the chosen places, [#PLACES] of them; an empty area stands for "not sure where"
    record Item(String id, String ask, boolean yes, boolean unsure, boolean where, List<Place> places) {}

    /// A place of the form.
    record Place(String area, String side) {
        private static final Place NOT_SURE = new Place("", "M");
    }

    /// What a form said.
    sealed interface Reading {
        record Answers(Map<String, Said> said) implements Reading {}

        /// What has changed since the last visit.
        record Changed(ChangeReport.Told told) implements Reading {}

        /// Nothing was marked, and nobody said that none applies.
        record Nothing() implements Reading {}

        /// Something was marked, and somebody said that none applies.
        record Both() implements Reading {}
    }

    List<Item> items(List<ScreeningQuestion> questions, Questionnaire questionnaire, Locale locale) {
        return questions.stream()
                .map(question -> item(question, questionnaire.said(question), locale))
                .toList();
    }

    /// The lines as somebody just sent them.
    List<Item> items(List<ScreeningQuestion> questions, MultiValueMap<String, String> form, Locale locale) {
        return questions.stream()
                .map(question -> item(question, Optional.ofNullable(marked(question, form)), locale))
                .toList();
    }

    private static Item item(ScreeningQuestion question, Optional<Said> said, Locale locale) {
        var places = said.stream()
                .flatMap(each -> each.places().stream())
                .map(each -> new Place(each.area().code(), each.side().name()));
        return new Item(
                question.id(),
                question.ask().in(locale),
                said.filter(each -> each.given() == Given.YES).isPresent(),
                said.filter(each -> each.given() == Given.UNSURE).isPresent(),
                Questionnaire.asksWhere(question),
                Stream.concat(places, Stream.generate(() -> Place.NOT_SURE))
                        .limit(PLACES)
                        .toList());
    }

    Reading read(List<ScreeningQuestion> questions, MultiValueMap<String, String> form) {
        var said = new LinkedHashMap<String, Said>();
        var marked = false;
        for (var question : questions) {
            var answer = marked(question, form);
            marked |= answer != null;
            said.put(question.id(), answer == null ? Said.NO : answer);
        }
        var none = form.containsKey("none");
        if (none && marked) {
            return new Reading.Both();
        }
        return none || marked ? new Reading.Answers(said) : new Reading.Nothing();
    }

    private static @Nullable Said marked(ScreeningQuestion question, MultiValueMap<String, String> form) {
        if (form.getOrDefault("yes", List.of()).contains(question.id())) {
            return new Said(Given.YES, places(question, form));
        }
        return form.getOrDefault("unsure", List.of()).contains(question.id()) ? Said.UNSURE : null;
    }

    /// A place that nobody offered is not known, and no known place counts as everywhere.
    private static List<ReportedPlace> places(ScreeningQuestion question, MultiValueMap<String, String> form) {
        if (!Questionnaire.asksWhere(question)) {
            return List.of();
        }
        var areas = form.getOrDefault("area-" + question.id(), List.of());
        var sides = form.getOrDefault("side-" + question.id(), List.of());
        return IntStream.range(0, Math.min(areas.size(), PLACES))
                .filter(i -> !areas.get(i).isEmpty())
                .mapToObj(i -> place(areas.get(i), i < sides.size() ? sides.get(i) : "M"))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Optional<ReportedPlace> place(String area, String side) {
        try {
            return Optional.of(new ReportedPlace(BodyArea.of(area), Laterality.valueOf(side)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The areas to choose from.
    List<Pages.Option> areas(Locale locale) {
        return Arrays.stream(BodyArea.values())
                .map(area -> new Pages.Option(area.code(), pages.say("intake.area." + area.code(), locale), null))
                .toList();
    }
}
