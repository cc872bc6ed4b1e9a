package org.needlepoint.charting.rebook.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.needling.SessionPanel;
import org.needlepoint.charting.needling.SessionView;
import org.needlepoint.charting.note.NoteWords;
import org.needlepoint.charting.rebook.BookNextVisit;
import org.needlepoint.charting.rebook.Proposal;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.AppointmentId;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// The next visit, beside a session that is closed and beside a note.
@Component
public class NextVisitPanel implements SessionPanel {
    private final BookNextVisit bookNextVisit;
    private final MessageSource messages;

    NextVisitPanel(BookNextVisit bookNextVisit, MessageSource messages) {
        this.bookNextVisit = bookNextVisit;
        this.messages = messages;
    }

    /// A time to take.
    ///
    /// @param value the instant
    record Slot(String value, String what, String when, boolean sameTime) {}

    /// The visit that is booked.
    record Booked(String id, int version, String when, boolean undoable) {}

    /// What the fragment draws.
    ///
    /// @param visit  from which it is booked; null for nothing to draw
    /// @param from   where to go back to: `session` or `note`
    /// @param booked null while none is
    record Shown(
            @Nullable String visit, String from, @Nullable Booked booked, List<Slot> slots) {}

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String template() {
        return "charting/rebook :: panel";
    }

    @Override
    public Map<String, Object> model(Practice practice, SessionView session) {
        return session.state().isClosed()
                ? model(practice, session.visit(), "session", LocaleContextHolder.getLocale())
                : Map.of("rebook", new Shown(null, "session", null, List.of()));
    }

    /// What the fragment needs on any page about a visit.
    ///
    /// @param from where to go back to: `session` or `note`
    public Map<String, Object> model(Practice practice, AppointmentId visit, String from, Locale locale) {
        var words = new NoteWords(messages, locale, practice.country(), practice.zone());
        Optional<Booked> booked = bookNextVisit
                .booked(practice.id(), visit)
                .map(next -> new Booked(
                        next.next().id().toString(),
                        next.next().version(),
                        words.begun(words.dayAndTime(next.next().startsAt())),
                        next.undoable()));
        var slots = bookNextVisit.proposals(practice.id(), visit).stream()
                .map(proposal -> slot(proposal, words))
                .toList();
        return Map.of("rebook", new Shown(visit.toString(), from, booked.orElse(null), slots));
    }

    private static Slot slot(Proposal proposal, NoteWords words) {
        var start = proposal.opening().start().toInstant();
        return new Slot(
                start.toString(),
                words.say("rebook." + proposal.kind().code()),
                words.begun(words.dayAndTime(start)),
                proposal.sameTime());
    }
}
