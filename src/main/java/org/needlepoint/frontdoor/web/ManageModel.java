package org.needlepoint.frontdoor.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.needlepoint.frontdoor.PreparingAVisit;
import org.needlepoint.frontdoor.reminders.ChooseReminders;
import org.needlepoint.frontdoor.reminders.Preferences.Wish;
import org.needlepoint.patients.LinkGate;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.ConfirmAppointment;
import org.needlepoint.scheduling.Modality;
import org.needlepoint.scheduling.Services;
import org.needlepoint.web.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// The models of the pages behind a visit's link. They say time and place, never the service or the person.
@Component
class ManageModel {
    private static final int USUAL_CANCELLATION_HOURS = 24;
    private static final Set<String> DONE = Set.of("moved", "confirmed", "reminders");

    private final LinkGate gate;
    private final Services services;
    private final OpeningsPage openings;
    private final BookModel book;
    private final PreparingAVisit preparing;
    private final ConfirmAppointment confirmAppointment;
    private final ChooseReminders chooseReminders;
    private final DelayWords delays;
    private final MessageSource messages;
    private final Clock clock;

    ManageModel(
            LinkGate gate,
            Services services,
            OpeningsPage openings,
            BookModel book,
            PreparingAVisit preparing,
            ConfirmAppointment confirmAppointment,
            ChooseReminders chooseReminders,
            DelayWords delays,
            MessageSource messages,
            Clock clock) {
        this.gate = gate;
        this.services = services;
        this.openings = openings;
        this.book = book;
        this.preparing = preparing;
        this.confirmAppointment = confirmAppointment;
        this.chooseReminders = chooseReminders;
        this.delays = delays;
        this.messages = messages;
        this.clock = clock;
    }

    /// Whether the visit is booked and lies ahead.
    boolean changeable(Appointment visit) {
        return visit.status() == Appointment.Status.BOOKED && clock.instant().isBefore(visit.startsAt());
    }

    ModelAndView booked(Practice practice, Appointment visit, String token, Locale locale) {
        if (!changeable(visit)) {
            return closed(practice, visit, token, null, locale);
        }
        var page = page("frontdoor/booked", practice, visit, token, locale);
        page.addObject("inPerson", visit.modality() == Modality.IN_PERSON);
        return page;
    }

    /// The page before the birth date is known.
    ///
    /// @param done what was just done: `moved`, `confirmed`, `reminders`; `changed`: it was changed meanwhile
    ModelAndView closed(Practice practice, Appointment visit, String token, @Nullable String done, Locale locale) {
        var page = page("frontdoor/manage", practice, visit, token, locale);
        page.addObject("state", state(practice, visit));
        page.addObject("birthDate", Map.of("year", "", "month", "", "day", ""));
        page.addObject("done", done != null && DONE.contains(done) ? say("frontdoor.manage." + done, locale) : null);
        page.addObject("notice", "changed".equals(done) ? say("frontdoor.manage.changed", locale) : null);
        return page;
    }

    private String state(Practice practice, Appointment visit) {
        if (visit.status() == Appointment.Status.CANCELLED) {
            return "cancelled";
        }
        if (!changeable(visit)) {
            return "past";
        }
        return gate.locked(practice.id(), visit.id().value()) ? "locked" : "check";
    }

    /// The same after an answer that will not do.
    ModelAndView refused(
            Practice practice, Appointment visit, String token, BookForm.Typed typed, String key, Locale locale) {
        var page = closed(practice, visit, token, null, locale);
        var problem = problem("birthDate", key, locale);
        page.addObject("birthDate", typed.birthDate());
        page.addObject("errors", List.of(problem));
        page.addObject("errorOf", Map.of(problem.field(), problem.message()));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /// The page on which the visit can be changed.
    ModelAndView open(
            Practice practice,
            Appointment visit,
            String token,
            BookForm.Typed typed,
            List<FieldProblem> problems,
            @Nullable String notice,
            Locale locale) {
        var page = page("frontdoor/manage", practice, visit, token, locale);
        var hours = services.find(practice.id(), visit.service())
                .map(service -> service.cancellationHours())
                .orElse(USUAL_CANCELLATION_HOURS);
        page.addObject("state", changeable(visit) ? "open" : state(practice, visit));
        page.addObject("hidden", hidden(visit, typed));
        page.addObject("late", clock.instant().plus(Duration.ofHours(hours)).isAfter(visit.startsAt()));
        page.addObject("lateHours", hours);
        page.addObject(
                "reasons",
                ManagePages.reasons().stream()
                        .map(reason -> new Choice(
                                reason.code(), say("frontdoor.manage.reason." + reason.code(), locale), null))
                        .toList());
        var ways = chooseReminders.ways(practice.id(), visit.patient());
        page.addObject(
                "ways",
                ways.choices().stream().map(wish -> choice(wish, ways, locale)).toList());
        page.addObject("way", ways.now().code());
        page.addObject("textsEnded", ways.ended());
        page.addObject("notice", notice == null ? null : say(notice, locale));
        page.addObject("errors", problems);
        problems.forEach(problem -> page.addObject("errorOf", Map.of(problem.field(), problem.message())));
        if (!problems.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private Choice choice(Wish wish, ChooseReminders.Ways ways, Locale locale) {
        return switch (wish) {
            case EMAIL ->
                new Choice("email", say("reminders.manage.way.email", locale, String.valueOf(ways.email())), null);
            case SMS -> new Choice("sms", say("reminders.manage.way.sms", locale, String.valueOf(ways.phone())), null);
            case NONE ->
                new Choice(
                        "none",
                        say("reminders.manage.way.none", locale),
                        say("reminders.manage.way.none.hint", locale));
        };
    }

    ModelAndView times(
            Practice practice,
            Appointment visit,
            String token,
            BookForm.Typed typed,
            @Nullable LocalDate from,
            @Nullable String notice,
            Locale locale) {
        var service = services.find(practice.id(), visit.service());
        if (service.isEmpty()) {
            return open(practice, visit, token, typed, List.of(), "frontdoor.times.gone", locale);
        }
        var page = page("frontdoor/manage-times", practice, visit, token, locale);
        openings.addTo(page, practice, service.get().lasting(visit.minutes()), visit.practitioner(), from, locale);
        page.addObject("hidden", hidden(visit, typed));
        page.addObject("now", when(visit, Words.of(practice, locale), locale));
        page.addObject("notice", notice == null ? null : say(notice, locale));
        return page;
    }

    ModelAndView deadLink(Practice practice, String texts, HttpStatus status, Locale locale) {
        var page = new ModelAndView("frontdoor/link");
        page.addObject("title", say(texts + ".title", locale));
        page.addObject(
                "text", say(texts + ".text", locale, SiteContent.contactLine(practice, Words.of(practice, locale))));
        page.addObject("emergencyLine", true);
        page.setStatus(status);
        return page;
    }

    private ModelAndView page(String view, Practice practice, Appointment visit, String token, Locale locale) {
        var words = Words.of(practice, locale);
        var page = new ModelAndView(view);
        page.addObject("token", token);
        page.addObject(
                "facts",
                List.of(
                        BookModel.Fact.when(
                                say("frontdoor.summary.when", locale), when(visit, words, locale), visit.start()),
                        new BookModel.Fact(
                                say("frontdoor.summary.where", locale),
                                book.where(practice, visit.modality(), visit.location(), locale))));
        page.addObject(
                "prepare", changeable(visit) ? preparing.path(practice, visit).orElse(null) : null);
        page.addObject("version", visit.version());
        page.addObject("delay", delays.notice(practice, visit, locale));
        page.addObject("confirmed", confirmAppointment.isConfirmed(practice.id(), visit.id()));
        page.addObject("contact", SiteContent.contactLine(practice, words));
        page.addObject("pageScripts", List.of("booking"));
        page.addObject("errors", List.of());
        page.addObject("errorOf", Map.of());
        page.addObject("emergencyLine", true);
        return page;
    }

    private String when(Appointment visit, Words words, Locale locale) {
        return say(
                        "frontdoor.summary.time",
                        locale,
                        words.dayAndYear(visit.start().toLocalDate()),
                        words.time(visit.start().toLocalTime()),
                        words.time(visit.end().toLocalTime()))
                + " (" + words.zone(visit.start()) + ")";
    }

    private static List<PainForm.Field> hidden(Appointment visit, BookForm.Typed typed) {
        var fields = new ArrayList<>(typed.fields());
        fields.add(new PainForm.Field("version", Integer.toString(visit.version())));
        return fields;
    }

    FieldProblem problem(String field, String key, Locale locale) {
        return new FieldProblem(field, say(key, locale));
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
