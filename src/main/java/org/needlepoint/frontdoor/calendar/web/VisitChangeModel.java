package org.needlepoint.frontdoor.calendar.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.frontdoor.OpenVisit;
import org.needlepoint.frontdoor.web.Choice;
import org.needlepoint.frontdoor.web.Words;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.MoveVisitOn;
import org.needlepoint.web.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// The model of the page on which a visit is moved, resized, cancelled or set to where it stands.
@Component
class VisitChangeModel {
    private static final List<Integer> LATE_MINUTES = List.of(10, 15, 20);
    private static final int SHORTEST_MINUTES = 10;

    private final Options options;
    private final Practitioners practitioners;
    private final MessageSource messages;
    private final Clock clock;

    VisitChangeModel(Options options, Practitioners practitioners, MessageSource messages, Clock clock) {
        this.options = options;
        this.practitioners = practitioners;
        this.messages = messages;
        this.clock = clock;
    }

    /// The patient comes late, and the visit ends as planned.
    record Late(String label, String time, String minutes) {}

    /// Where a visit stands now, as the form writes it.
    static PlaceForm asItIs(Appointment visit) {
        var room = visit.room();
        return new PlaceForm(
                visit.localStart().toLocalDate().toString(),
                visit.localStart().toLocalTime().toString(),
                String.valueOf(
                        Duration.between(visit.startsAt(), visit.endsAt()).toMinutes()),
                visit.practitioner().toString(),
                visit.location().toString(),
                room == null ? "" : room.toString(),
                null,
                "",
                "");
    }

    /// @param form     as typed, or as it is
    /// @param problems what needs another look
    /// @param refusal  why it was not done; null: nothing was refused
    ModelAndView page(
            Practice practice,
            OpenVisit.Opened opened,
            PlaceForm form,
            Shown shown,
            List<FieldProblem> problems,
            @Nullable String refusal,
            Locale locale) {
        var visit = opened.appointment();
        var words = Words.of(practice, locale);
        var page = new ModelAndView("calendar/visit");
        page.addObject("practice", practice);
        page.addObject("id", visit.id().toString());
        page.addObject("version", visit.version());
        page.addObject("name", opened.patient().name());
        page.addObject("chart", opened.patient().chart().toString());
        page.addObject("service", visit.serviceName().in(locale));
        page.addObject("serviceId", visit.service().toString());
        page.addObject("when", when(visit, words, locale));
        page.addObject(
                "with",
                practitioners
                        .find(practice.id(), visit.practitioner())
                        .map(each -> each.titledName())
                        .orElse(""));
        page.addObject("state", say("frontdoor.status." + visit.status().code(), locale));
        page.addObject("steps", steps(visit, locale));
        page.addObject(
                "movable",
                visit.status() == Status.BOOKED || visit.status() == Status.ARRIVED || visit.status() == Status.ROOMED);
        page.addObject("lates", lates(visit, locale));
        page.addObject("cancellable", visit.status() == Status.BOOKED);
        page.addObject(
                "rebook",
                visit.status() == Status.NO_SHOW
                        || visit.status() == Status.CANCELLED
                        || visit.status() == Status.COMPLETED);
        page.addObject("form", form);
        page.addObject("back", shown.on(visit.localStart().toLocalDate()).fields());
        page.addObject("backQuery", shown.on(visit.localStart().toLocalDate()).query());
        page.addObject("errors", problems);
        page.addObject("errorOf", byField(problems));
        page.addObject("refusal", refusal);
        page.addObject(
                "special",
                form.beyond() != null || (form.role() != null && !form.role().isBlank()) || refusal != null);
        page.addObject("reasons", options.reasons(locale));
        options.addTo(page, practice, locale);
        return page;
    }

    private String when(Appointment visit, Words words, Locale locale) {
        return say(
                "frontdoor.summary.time",
                locale,
                words.day(visit.localStart().toLocalDate()),
                words.time(visit.localStart().toLocalTime()),
                words.time(visit.end().toLocalTime()));
    }

    private List<Late> lates(Appointment visit, Locale locale) {
        long length = Duration.between(visit.startsAt(), visit.endsAt()).toMinutes();
        return LATE_MINUTES.stream()
                .filter(late -> length - late >= SHORTEST_MINUTES)
                .map(late -> new Late(
                        say("calendar.visit.late.by", locale, late, length - late),
                        visit.localStart().plusMinutes(late).toLocalTime().toString(),
                        String.valueOf(length - late)))
                .toList();
    }

    private List<Choice> steps(Appointment visit, Locale locale) {
        return MoveVisitOn.steps(visit, clock.instant()).stream()
                .filter(state -> state != Status.IN_SESSION && state != Status.COMPLETED)
                .map(state -> new Choice(state.code(), say("frontdoor.status." + state.code(), locale), null))
                .toList();
    }

    List<FieldProblem> problems(List<String> fields, Locale locale) {
        return fields.stream()
                .map(field -> new FieldProblem(field, say("calendar.error." + field, locale)))
                .toList();
    }

    static Map<String, String> byField(List<FieldProblem> problems) {
        return problems.stream()
                .collect(Collectors.toMap(FieldProblem::field, FieldProblem::message, (first, _) -> first));
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
