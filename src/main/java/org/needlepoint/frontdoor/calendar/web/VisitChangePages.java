package org.needlepoint.frontdoor.calendar.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.needlepoint.frontdoor.OpenVisit;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.CancelAppointment;
import org.needlepoint.scheduling.CancelAppointment.Cancellation;
import org.needlepoint.scheduling.MoveVisitOn;
import org.needlepoint.scheduling.MoveVisitOn.Progress;
import org.needlepoint.scheduling.PlaceAppointment;
import org.needlepoint.scheduling.Placement;
import org.needlepoint.scheduling.UndoVisitChange;
import org.needlepoint.scheduling.UndoVisitChange.Undoing;
import org.needlepoint.shared.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// A visit on the calendar: moved, resized, cancelled, set to where it stands, and each of these undone.
@Controller
@RequestMapping("/p/{slug}/calendar/visits/{id}")
class VisitChangePages {
    private final OpenVisit openVisit;
    private final PlaceAppointment placeAppointment;
    private final CancelAppointment cancelAppointment;
    private final MoveVisitOn moveVisitOn;
    private final UndoVisitChange undoVisitChange;
    private final VisitChangeModel model;
    private final BackToCalendar back;
    private final SayRefusals refusals;
    private final Clock clock;

    VisitChangePages(
            OpenVisit openVisit,
            PlaceAppointment placeAppointment,
            CancelAppointment cancelAppointment,
            MoveVisitOn moveVisitOn,
            UndoVisitChange undoVisitChange,
            VisitChangeModel model,
            BackToCalendar back,
            SayRefusals refusals,
            Clock clock) {
        this.openVisit = openVisit;
        this.placeAppointment = placeAppointment;
        this.cancelAppointment = cancelAppointment;
        this.moveVisitOn = moveVisitOn;
        this.undoVisitChange = undoVisitChange;
        this.model = model;
        this.back = back;
        this.refusals = refusals;
        this.clock = clock;
    }

    /// @param wanted where it should go, from a link; what it does not say is as it is
    @GetMapping
    ModelAndView show(
            Practice practice,
            @PathVariable UUID id,
            PlaceForm wanted,
            Shown.Asked asked,
            SignedIn who,
            Locale locale) {
        var opened = open(practice, id, who);
        var form = wanted.orAsItIs(VisitChangeModel.asItIs(opened.appointment()));
        return model.page(practice, opened, form, shown(practice, asked), List.of(), null, locale);
    }

    /// @param from `grid` when it was dragged there: then the calendar itself says why it was refused
    @PostMapping("/place")
    ModelAndView place(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam int version,
            PlaceForm wanted,
            Shown.Asked asked,
            @RequestParam(defaultValue = "form") String from,
            SignedIn who,
            Locale locale) {
        var opened = open(practice, id, who);
        var visit = opened.appointment();
        var shown = shown(practice, asked);
        var form = wanted.or(VisitChangeModel.asItIs(visit));
        return switch (form.read(practice)) {
            case PlaceForm.Reading.Invalid(var fields) -> {
                var page = model.page(practice, opened, form, shown, model.problems(fields, locale), null, locale);
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield page;
            }
            case PlaceForm.Reading.Valid(var place) ->
                switch (placeAppointment.move(practice.id(), visit.id(), version, place, who.actor())) {
                    case Placement.Placed(var moved) ->
                        back.done(
                                practice,
                                from.equals("grid")
                                        ? shown
                                        : shown.on(moved.localStart().toLocalDate()),
                                "placed",
                                moved);
                    case Placement refusal -> {
                        var text = refusals.of(practice, refusal, visit.zone(), locale);
                        var page = from.equals("grid")
                                ? back.refused(practice, shown, dragged(text, refusal, id, form, locale), who, locale)
                                : model.page(practice, opened, form, shown, List.of(), text, locale);
                        page.setStatus(HttpStatus.CONFLICT);
                        yield page;
                    }
                };
        };
    }

    /// What may be done on purpose all the same has a link to the form, filled in.
    private Said dragged(String text, Placement refusal, UUID id, PlaceForm form, Locale locale) {
        boolean onPurpose = refusal instanceof Placement.OutsideHours
                || (refusal instanceof Placement.InTheWay inTheWay && inTheWay.mayOverlap());
        return onPurpose
                ? new Said(text, true, null, new Said.Other(form.path(id), refusals.anyway(locale)))
                : Said.refusal(text);
    }

    @PostMapping("/cancellation")
    ModelAndView cancel(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String reason,
            Shown.Asked asked,
            SignedIn who,
            Locale locale) {
        var visit = new AppointmentId(id);
        var shown = shown(practice, asked);
        return switch (cancelAppointment.cancel(practice.id(), visit, version, reason(reason), who.actor())) {
            case Cancellation.Cancelled(var cancelled, var _) -> back.done(practice, shown, "cancelled", cancelled);
            case Cancellation.AlreadyCancelled(var cancelled) -> back.done(practice, shown, "cancelled", cancelled);
            case Cancellation.NotCancellable(var now) ->
                refused(practice, new Placement.NotMovable(now), shown, who, locale);
            case Cancellation.ChangedMeanwhile(var now) ->
                refused(practice, new Placement.ChangedMeanwhile(now), shown, who, locale);
        };
    }

    private ModelAndView refused(Practice practice, Placement refusal, Shown shown, SignedIn who, Locale locale) {
        var said = Said.refusal(refusals.of(practice, refusal, practice.zone(), locale));
        return back.refused(practice, shown, said, who, locale);
    }

    @PostMapping("/state")
    ModelAndView state(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String state,
            Shown.Asked asked,
            SignedIn who,
            Locale locale) {
        var shown = shown(practice, asked);
        return switch (moveVisitOn.to(practice.id(), new AppointmentId(id), version, status(state), who.actor())) {
            case Progress.Now(var visit) -> back.done(practice, shown, "state", visit);
            case Progress refusal ->
                back.refused(practice, shown, Said.refusal(refusals.of(practice, refusal, locale)), who, locale);
        };
    }

    @PostMapping("/undo")
    ModelAndView undo(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam int version,
            Shown.Asked asked,
            SignedIn who,
            Locale locale) {
        var shown = shown(practice, asked);
        return switch (undoVisitChange.undo(practice.id(), new AppointmentId(id), version, who.actor())) {
            case Undoing.Undone(var visit) -> back.done(practice, shown, "undone", visit);
            case Undoing refusal ->
                back.refused(practice, shown, Said.refusal(refusals.of(practice, refusal, locale)), who, locale);
        };
    }

    private OpenVisit.Opened open(Practice practice, UUID id, SignedIn who) {
        return openVisit
                .visit(practice.id(), new AppointmentId(id), who.actor())
                .orElseThrow(NotFound::new);
    }

    private Shown shown(Practice practice, Shown.Asked asked) {
        return Shown.of(asked, LocalDate.ofInstant(clock.instant(), practice.zone()));
    }

    private static Appointment.CancelReason reason(String code) {
        return Arrays.stream(Appointment.CancelReason.values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    private static Appointment.Status status(String code) {
        return Arrays.stream(Appointment.Status.values())
                .filter(status -> status.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }
}
