package org.needlepoint.frontdoor.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.MoveAppointment;
import org.needlepoint.scheduling.MoveAppointment.Moving;
import org.needlepoint.scheduling.Services;
import org.needlepoint.shared.NotFound;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// The front desk finds another time for a visit.
@Controller
class DeskMovePages {
    private static final String CONFLICTS = "conflicts";

    private final Calendar calendar;
    private final Patients patients;
    private final Services services;
    private final MoveAppointment moveAppointment;
    private final OpeningsPage openings;
    private final MessageSource messages;
    private final Clock clock;

    DeskMovePages(
            Calendar calendar,
            Patients patients,
            Services services,
            MoveAppointment moveAppointment,
            OpeningsPage openings,
            MessageSource messages,
            Clock clock) {
        this.calendar = calendar;
        this.patients = patients;
        this.services = services;
        this.moveAppointment = moveAppointment;
        this.openings = openings;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/p/{slug}/appointments/{id}/times")
    ModelAndView times(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String practitioner,
            @RequestParam(defaultValue = "") String back,
            Locale locale) {
        var visit = visit(practice, id);
        return page(practice, visit, day(from), practitioner(practitioner, visit), back, null, locale);
    }

    @PostMapping("/p/{slug}/appointments/{id}/time")
    ModelAndView move(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String opening,
            @RequestParam(defaultValue = "") String back,
            SignedIn who,
            Locale locale) {
        var visit = visit(practice, id);
        BookForm.Wanted wanted;
        try {
            wanted = BookForm.wanted(opening);
        } catch (IllegalArgumentException | DateTimeException _) {
            return refused(practice, visit, back, "frontdoor.times.gone", HttpStatus.UNPROCESSABLE_CONTENT, locale);
        }
        var moving = moveAppointment.move(
                practice.id(),
                visit.id(),
                version,
                wanted.practitioner(),
                wanted.location(),
                wanted.start(),
                who.actor());
        return switch (moving) {
            case Moving.Moved _ -> done(practice, id, back);
            case Moving.Taken _ -> refused(practice, visit, back, "frontdoor.desk.taken", HttpStatus.CONFLICT, locale);
            case Moving.PatientBusy _ ->
                refused(practice, visit, back, "frontdoor.desk.busy", HttpStatus.CONFLICT, locale);
            case Moving.NotOffered _ ->
                refused(practice, visit, back, "frontdoor.times.gone", HttpStatus.UNPROCESSABLE_CONTENT, locale);
            case Moving.NotMovable(var now) ->
                refused(practice, now, back, "hours.move.over", HttpStatus.CONFLICT, locale);
            case Moving.ChangedMeanwhile(var now) ->
                refused(practice, now, back, "hours.move.changed", HttpStatus.CONFLICT, locale);
        };
    }

    private static ModelAndView done(Practice practice, UUID id, String back) {
        var path = back.equals(CONFLICTS) ? "/settings/conflicts" : "/appointments/" + id;
        var redirect = new RedirectView("/p/" + practice.slug() + path, true);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private ModelAndView refused(
            Practice practice, Appointment visit, String back, String reason, HttpStatus status, Locale locale) {
        var page = page(
                practice,
                visit,
                visit.localStart().toLocalDate(),
                null,
                back,
                messages.getMessage(reason, null, locale),
                locale);
        page.setStatus(status);
        return page;
    }

    private ModelAndView page(
            Practice practice,
            Appointment visit,
            @Nullable LocalDate from,
            @Nullable PractitionerId practitioner,
            String back,
            @Nullable String notice,
            Locale locale) {
        var words = Words.of(practice, locale);
        var service = services.find(practice.id(), visit.service()).orElseThrow(NotFound::new);
        var page = new ModelAndView("frontdoor/desk-move");
        page.addObject("practice", practice);
        page.addObject("id", visit.id().toString());
        page.addObject("version", visit.version());
        page.addObject(
                "patient",
                patients.find(practice.id(), visit.patient()).map(Patient::name).orElse(""));
        page.addObject("service", visit.serviceName().in(locale));
        page.addObject("back", back.equals(CONFLICTS) ? CONFLICTS : "");
        page.addObject(
                "now",
                words.day(visit.start().toLocalDate()) + ", "
                        + words.time(visit.start().toLocalTime()));
        page.addObject("movable", visit.canChange(clock.instant()));
        page.addObject("notice", notice);
        openings.addTo(page, practice, service.lasting(visit.minutes()), practitioner, from, locale);
        return page;
    }

    private Appointment visit(Practice practice, UUID id) {
        return calendar.find(practice.id(), new AppointmentId(id)).orElseThrow(NotFound::new);
    }

    /// The visit's own practitioner first; an empty choice means anybody.
    private static @Nullable PractitionerId practitioner(@Nullable String chosen, Appointment visit) {
        if (chosen == null) {
            return visit.practitioner();
        }
        try {
            return chosen.isEmpty() ? null : new PractitionerId(UUID.fromString(chosen));
        } catch (IllegalArgumentException _) {
            return visit.practitioner();
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
