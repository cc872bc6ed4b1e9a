package org.needlepoint.intake.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.intake.Change;
import org.needlepoint.intake.ChangeReport;
import org.needlepoint.web.FieldProblem;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// "Has anything changed since Tuesday?" as a form: no, not sure, or yes with what has changed (rule W4).
@Component
class ChangeForm {
    private final Pages pages;

    ChangeForm(Pages pages) {
        this.pages = pages;
    }

    /// Something that can have changed.
    record Item(String code, String label, boolean marked) {}

    /// @param form null before anybody sent it
    List<Item> items(@Nullable MultiValueMap<String, String> form, Locale locale) {
        var marked = form == null ? List.<String>of() : form.getOrDefault("change", List.of());
        return Arrays.stream(Change.values())
                .map(change -> new Item(
                        change.code(),
                        pages.say("intake.change." + change.code(), locale),
                        marked.contains(change.code())))
                .toList();
    }

    String ask(Instant since, ZoneId zone, Locale locale) {
        return pages.say("intake.questions.changed", locale, Pages.day(LocalDate.ofInstant(since, zone), locale));
    }

    /// A no with something marked is neither, and a yes says what.
    QuestionForm.Reading read(MultiValueMap<String, String> form) {
        var marked = form.getOrDefault("change", List.of()).stream()
                .flatMap(code -> Change.ofCode(code).stream())
                .collect(Collectors.toSet());
        return switch (String.valueOf(form.getFirst("changed"))) {
            case "no" ->
                marked.isEmpty()
                        ? new QuestionForm.Reading.Changed(ChangeReport.Told.NOTHING)
                        : new QuestionForm.Reading.Both();
            case "unsure" -> new QuestionForm.Reading.Changed(ChangeReport.Told.UNSURE);
            case "yes" ->
                marked.isEmpty()
                        ? new QuestionForm.Reading.Nothing()
                        : new QuestionForm.Reading.Changed(ChangeReport.Told.yes(marked));
            default -> new QuestionForm.Reading.Nothing();
        };
    }

    FieldProblem problem(String what, Locale locale) {
        return new FieldProblem("change-" + Change.MEDICINES.code(), pages.say("intake.change.error." + what, locale));
    }
}
