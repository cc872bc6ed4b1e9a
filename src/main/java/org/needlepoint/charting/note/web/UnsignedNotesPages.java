package org.needlepoint.charting.note.web;

import java.util.List;
import java.util.Locale;
import org.needlepoint.charting.note.NoteWords;
import org.needlepoint.charting.note.UnsignedNotes;
import org.needlepoint.charting.note.UnsignedNotes.Unsigned;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The notes that wait for a signature: one's own, and for supervisors everybody's.
@Controller
class UnsignedNotesPages {
    private static final String ALL = "all";

    private final UnsignedNotes notes;
    private final Practitioners practitioners;
    private final MessageSource messages;

    UnsignedNotesPages(UnsignedNotes notes, Practitioners practitioners, MessageSource messages) {
        this.notes = notes;
        this.practitioners = practitioners;
        this.messages = messages;
    }

    /// A line of the list.
    record Line(String visit, String patient, String practitioner, String day, boolean overdue, boolean written) {}

    @GetMapping("/p/{slug}/notes")
    ModelAndView list(Practice practice, @RequestParam(defaultValue = "") String show, SignedIn who, Locale locale) {
        var mine = practitioners.ofAccount(practice.id(), who.id()).map(Practitioner::id);
        boolean mayAll = who.isAny(Role.SUPERVISOR);
        boolean all = mayAll && (show.equals(ALL) || mine.isEmpty());
        var everything = notes.all(practice.id());
        var own = everything.stream()
                .filter(note -> mine.filter(note.with()::equals).isPresent())
                .toList();
        var words = new NoteWords(messages, locale, practice.country(), practice.zone());
        var page = new ModelAndView("charting/notes");
        page.addObject("notes", lines(all ? everything : own, words));
        page.addObject("all", all);
        page.addObject("tabs", mayAll && mine.isPresent());
        page.addObject("ownCount", own.size());
        page.addObject("allCount", everything.size());
        return page;
    }

    private static List<Line> lines(List<Unsigned> notes, NoteWords words) {
        return notes.stream()
                .map(note -> new Line(
                        note.visit().toString(),
                        note.patient(),
                        note.practitioner(),
                        words.begun(words.day(note.day())),
                        note.overdue(),
                        note.written()))
                .toList();
    }
}
