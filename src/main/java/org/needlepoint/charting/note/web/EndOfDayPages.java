package org.needlepoint.charting.note.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.note.EndOfDay;
import org.needlepoint.charting.note.NoteWords;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The end of the day: notes done, needles balanced. Of a supervisor without visits of their own it is everybody's day.
@Controller
class EndOfDayPages {
    private final EndOfDay endOfDay;
    private final Practitioners practitioners;
    private final MessageSource messages;

    EndOfDayPages(EndOfDay endOfDay, Practitioners practitioners, MessageSource messages) {
        this.endOfDay = endOfDay;
        this.practitioners = practitioners;
        this.messages = messages;
    }

    /// A visit of the list.
    record Line(
            String visit,
            String patient,
            String time,
            String note,
            String needles,
            int used,
            @Nullable String session,
            boolean flagged,
            boolean done) {}

    @GetMapping("/p/{slug}/day-end")
    ModelAndView show(Practice practice, SignedIn who, Locale locale) {
        var mine = practitioners.ofAccount(practice.id(), who.id()).map(Practitioner::id);
        var day = endOfDay.today(practice, mine);
        var words = new NoteWords(messages, locale, practice.country(), practice.zone());
        var page = new ModelAndView("charting/day-end");
        page.addObject("day", words.begun(words.day(day.date())));
        page.addObject("figures", day);
        page.addObject("lines", lines(day, words));
        return page;
    }

    private static List<Line> lines(EndOfDay.Day day, NoteWords words) {
        return day.visits().stream()
                .map(visit -> new Line(
                        visit.id().toString(),
                        visit.patient(),
                        words.time(visit.startsAt()),
                        visit.note().name().toLowerCase(Locale.ROOT),
                        visit.needles().name().toLowerCase(Locale.ROOT),
                        visit.used(),
                        text(visit.session()),
                        visit.flagged(),
                        visit.done()))
                .toList();
    }

    private static @Nullable String text(@Nullable SessionId session) {
        return session == null ? null : session.toString();
    }
}
