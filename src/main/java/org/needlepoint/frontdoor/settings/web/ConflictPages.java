package org.needlepoint.frontdoor.settings.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Appointment.CancelReason;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.CancelAppointment;
import org.needlepoint.scheduling.CancelAppointment.Cancellation;
import org.needlepoint.scheduling.hours.Conflicts;
import org.needlepoint.scheduling.hours.Conflicts.Standing;
import org.needlepoint.scheduling.hours.VisitChoice;
import org.needlepoint.shared.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Booked visits that lie outside the hours, until each is moved, cancelled or over. It is the call list, too.
@Controller
@RequestMapping("/p/{slug}/settings/conflicts")
class ConflictPages {
    private final Conflicts conflicts;
    private final Calendar calendar;
    private final CancelAppointment cancelAppointment;
    private final VisitRows rows;
    private final FormPage form;

    ConflictPages(
            Conflicts conflicts,
            Calendar calendar,
            CancelAppointment cancelAppointment,
            VisitRows rows,
            FormPage form) {
        this.conflicts = conflicts;
        this.calendar = calendar;
        this.cancelAppointment = cancelAppointment;
        this.rows = rows;
        this.form = form;
    }

    /// @param cancelled the visit that was cancelled here just now
    /// @param version   which of its versions that made: undone is only what nobody has changed since
    @GetMapping
    ModelAndView list(
            Practice practice,
            @RequestParam(required = false) @Nullable UUID cancelled,
            @RequestParam(defaultValue = "0") int version,
            Locale locale) {
        var page = list(practice, locale);
        if (cancelled != null) {
            calendar.find(practice.id(), new AppointmentId(cancelled))
                    .filter(visit -> visit.status() == Appointment.Status.CANCELLED && visit.version() == version)
                    .ifPresent(visit -> {
                        page.addObject(
                                "cancelled",
                                rows.of(practice, List.of(visit), locale).getFirst());
                        page.addObject("day", visit.localStart().toLocalDate());
                    });
        }
        return page;
    }

    private ModelAndView list(Practice practice, Locale locale) {
        var page = new ModelAndView("settings/conflicts");
        var standing = conflicts.standing(practice.id());
        page.addObject(
                "open",
                rows.standing(practice, standing.stream().filter(Standing::open).toList(), true, locale));
        page.addObject(
                "kept",
                rows.standing(
                        practice, standing.stream().filter(each -> !each.open()).toList(), true, locale));
        return page;
    }

    @PostMapping("/{id}/choice")
    ModelAndView choose(
            Practice practice, @PathVariable UUID id, @RequestParam String choice, SignedIn who, Locale locale) {
        var visit = visit(practice, id);
        var chosen = List.of(VisitChoice.KEEP, VisitChoice.CALL, VisitChoice.MOVE).stream()
                .filter(each -> each.code().equals(choice))
                .findFirst();
        if (chosen.isEmpty() || visit.status() != Appointment.Status.BOOKED) {
            return refused(practice, "hours.conflicts.changed", locale);
        }
        conflicts.choose(practice.id(), visit, chosen.get(), who.actor());
        return toList(practice);
    }

    @PostMapping("/{id}/cancellation")
    ModelAndView cancel(
            Practice practice, @PathVariable UUID id, @RequestParam int version, SignedIn who, Locale locale) {
        var visit = visit(practice, id);
        var cancellation = cancelAppointment.cancel(
                practice.id(), visit.id(), version, CancelReason.PRACTITIONER_AWAY, who.actor());
        return switch (cancellation) {
            case Cancellation.Cancelled(var now, var _) ->
                FormPage.to("/p/" + practice.slug() + "/settings/conflicts?cancelled=" + now.id() + "&version="
                        + now.version());
            case Cancellation.AlreadyCancelled _ -> toList(practice);
            case Cancellation.NotCancellable _, Cancellation.ChangedMeanwhile _ ->
                refused(practice, "hours.conflicts.changed", locale);
        };
    }

    private ModelAndView refused(Practice practice, String reason, Locale locale) {
        var page = list(practice, locale);
        page.addObject("notice", form.say(reason, locale));
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private static ModelAndView toList(Practice practice) {
        return FormPage.to("/p/" + practice.slug() + "/settings/conflicts");
    }

    private Appointment visit(Practice practice, UUID id) {
        return calendar.find(practice.id(), new AppointmentId(id)).orElseThrow(NotFound::new);
    }
}
