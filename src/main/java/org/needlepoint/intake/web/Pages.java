package org.needlepoint.intake.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.practice.Practice;
import org.needlepoint.web.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Small words that the pages of this module share.
@Component
class Pages {
    private final MessageSource messages;

    Pages(MessageSource messages) {
        this.messages = messages;
    }

    /// An option of a list of choices.
    record Option(String value, String label, @Nullable String hint) {}

    String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /// "Tuesday, December 1".
    static String day(LocalDate day, Locale locale) {
        var pattern = "es".equals(locale.getLanguage()) ? "EEEE, d 'de' MMMM" : "EEEE, MMMM d";
        var words = DateTimeFormatter.ofPattern(pattern, locale).format(day);
        return words.substring(0, 1).toUpperCase(locale) + words.substring(1);
    }

    /// "Tuesday, December 1, 7:00 AM", as the practice's country writes it.
    static String when(ZonedDateTime at, Practice practice, Locale locale) {
        var time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(Locale.of(locale.getLanguage(), practice.country()))
                .format(at)
                .replace('\u202f', ' ')
                .replace('\u00a0', ' ');
        return day(at.toLocalDate(), locale) + ", " + time;
    }

    static String when(Instant at, ZoneId zone, Practice practice, Locale locale) {
        return when(at.atZone(zone), practice, locale);
    }

    /// The practice's phone numbers in one line.
    static String contact(Practice practice) {
        return practice.locations().stream()
                .flatMap(location -> location.phones().stream())
                .map(phone -> phone.number())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    static ModelAndView to(String path) {
        var view = new RedirectView(path, true);
        view.setExpandUriTemplateVariables(false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }

    /// The page again, with what is wrong.
    static ModelAndView again(ModelAndView page, List<FieldProblem> problems) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return withProblems(page, problems);
    }

    static ModelAndView withProblems(ModelAndView page, List<FieldProblem> problems) {
        page.addObject("errors", problems);
        page.addObject(
                "errorOf",
                problems.stream()
                        .collect(Collectors.toMap(FieldProblem::field, FieldProblem::message, (first, _) -> first)));
        return page;
    }
}
