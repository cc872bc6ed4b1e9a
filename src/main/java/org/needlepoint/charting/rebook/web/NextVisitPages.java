package org.needlepoint.charting.rebook.web;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.needlepoint.charting.rebook.BookNextVisit;
import org.needlepoint.charting.rebook.BookNextVisit.Undoing;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Booking;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// The tap that books the next visit, and the one that takes it back.
@Controller
@RequestMapping("/p/{slug}/appointments/{id}/next")
class NextVisitPages {
    private final BookNextVisit bookNextVisit;
    private final NextVisitPanel panel;

    NextVisitPages(BookNextVisit bookNextVisit, NextVisitPanel panel) {
        this.bookNextVisit = bookNextVisit;
        this.panel = panel;
    }

    @PostMapping
    ModelAndView book(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) Instant start,
            @RequestParam(defaultValue = "note") String from,
            SignedIn who,
            Locale locale) {
        return switch (bookNextVisit.book(practice.id(), new AppointmentId(id), start, who.actor())) {
            case Booking.Booked _ -> back(practice, id, from);
            case Booking.Taken _ -> refused(practice, id, from, "not", "taken", locale);
            case Booking.PatientBusy _ -> refused(practice, id, from, "not", "busy", locale);
            case Booking.NotOffered _, Booking.HoldExpired _, Booking.HoldUsed _, Booking.UnknownHold _ ->
                refused(practice, id, from, "not", "notOffered", locale);
        };
    }

    @PostMapping("/undo")
    ModelAndView undo(
            Practice practice,
            @PathVariable UUID id,
            @RequestParam UUID booked,
            @RequestParam int version,
            @RequestParam(defaultValue = "note") String from,
            SignedIn who,
            Locale locale) {
        var visit = new AppointmentId(id);
        return switch (bookNextVisit.undo(practice.id(), visit, new AppointmentId(booked), version, who.actor())) {
            case Undoing.Undone _ -> back(practice, id, from);
            case Undoing.TooLate _ -> refused(practice, id, from, "notUndone", "tooLate", locale);
        };
    }

    /// What is booked and the times as they are now, with what was in the way.
    private ModelAndView refused(Practice practice, UUID id, String from, String what, String why, Locale locale) {
        var page = new ModelAndView("charting/rebook-again", HttpStatus.CONFLICT);
        page.addAllObjects(panel.model(practice, new AppointmentId(id), from, locale));
        page.addObject("what", what);
        page.addObject("why", why);
        page.addObject("visit", id.toString());
        return page;
    }

    private static ModelAndView back(Practice practice, UUID id, String from) {
        var page = from.equals("session") ? "/session" : "/note";
        var redirect = new RedirectView("/p/" + practice.slug() + "/appointments/" + id + page);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
