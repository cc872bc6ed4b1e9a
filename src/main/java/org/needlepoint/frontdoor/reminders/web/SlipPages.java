package org.needlepoint.frontdoor.reminders.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.needlepoint.frontdoor.OpenVisit;
import org.needlepoint.frontdoor.web.BookModel;
import org.needlepoint.frontdoor.web.SiteContent;
import org.needlepoint.frontdoor.web.Words;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// A visit's time on paper, for whom no message reaches (rule F5): in the patient's language, time, place and whom to
/// call, and no more.
@Controller
class SlipPages {
    private final OpenVisit openVisit;
    private final BookModel book;
    private final MessageWords words;

    /// A line of the slip.
    record Fact(String label, String value) {}

    SlipPages(OpenVisit openVisit, BookModel book, MessageWords words) {
        this.openVisit = openVisit;
        this.book = book;
        this.words = words;
    }

    @GetMapping("/p/{slug}/appointments/{id}/slip")
    ModelAndView show(Practice practice, @PathVariable UUID id, SignedIn who) {
        var opened = openVisit
                .visit(practice.id(), new AppointmentId(id), who.actor())
                .orElseThrow(NotFound::new);
        var theirs = opened.patient().demographics().locale();
        var page = new ModelAndView("frontdoor/reminders/slip");
        page.addObject("visit", id.toString());
        page.addObject("lang", theirs.getLanguage());
        page.addObject("heading", words.say(theirs, "reminders.slip.heading", practice.name()));
        page.addObject("facts", facts(practice, opened.appointment(), theirs));
        page.addObject(
                "call",
                words.say(
                        theirs, "reminders.slip.call", SiteContent.contactLine(practice, Words.of(practice, theirs))));
        return page;
    }

    private List<Fact> facts(Practice practice, Appointment visit, Locale theirs) {
        var said = Words.of(practice, theirs);
        var start = visit.start();
        return List.of(
                new Fact(
                        words.say(theirs, "frontdoor.summary.when"),
                        words.say(
                                        theirs,
                                        "frontdoor.summary.time",
                                        said.dayAndYear(start.toLocalDate()),
                                        said.time(start.toLocalTime()),
                                        said.time(visit.end().toLocalTime()))
                                + " (" + said.zone(start) + ")"),
                new Fact(
                        words.say(theirs, "frontdoor.summary.where"),
                        book.where(practice, visit.modality(), visit.location(), theirs)));
    }
}
