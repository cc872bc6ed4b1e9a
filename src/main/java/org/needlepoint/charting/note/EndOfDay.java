package org.needlepoint.charting.note;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.Session;
import org.needlepoint.charting.needling.Flags;
import org.needlepoint.charting.needling.SessionView;
import org.needlepoint.charting.needling.Sessions;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the day still asks for: "notes done, needles balanced".
@Service
public class EndOfDay {
    private static final Set<Status> CAME =
            EnumSet.of(Status.ARRIVED, Status.ROOMED, Status.IN_SESSION, Status.COMPLETED);

    private final Calendar calendar;
    private final NoteRows rows;
    private final NotesForCoSignature waiting;
    private final Sessions sessions;
    private final Flags flags;
    private final Clock clock;

    EndOfDay(
            Calendar calendar,
            NoteRows rows,
            NotesForCoSignature waiting,
            Sessions sessions,
            Flags flags,
            Clock clock) {
        this.calendar = calendar;
        this.rows = rows;
        this.waiting = waiting;
        this.sessions = sessions;
        this.flags = flags;
        this.clock = clock;
    }

    /// How far the note of a visit is.
    public enum Note {
        /// Released.
        DONE,
        /// Signed by its writer; a supervisor has still to sign.
        WAITS,
        OPEN
    }

    /// How far the needles of a visit are.
    public enum Needles {
        /// There were none.
        NONE,
        /// Counted, and as many out as in.
        BALANCED,
        /// The session is open, or open again.
        OPEN,
        /// Closed over a needle that nobody has found.
        MISSING
    }

    /// A visit of the day to which somebody came.
    ///
    /// @param session null without one
    /// @param used    needles that went in or were lost
    /// @param flagged whether an entry still waits for a word
    public record Visit(
            AppointmentId id,
            String patient,
            String practitioner,
            Instant startsAt,
            Note note,
            Needles needles,
            @Nullable SessionId session,
            int used,
            boolean flagged) {
        /// Whether nothing is left to do.
        public boolean done() {
            return note == Note.DONE && (needles == Needles.NONE || needles == Needles.BALANCED) && !flagged;
        }
    }

    /// The day.
    ///
    /// @param visits in order of start
    /// @param ahead  how many are still to come
    public record Day(LocalDate date, List<Visit> visits, int ahead) {
        public Day {
            visits = List.copyOf(visits);
        }

        /// Visits to which somebody came.
        public int came() {
            return visits.size();
        }

        /// Visits whose note is done.
        public int notes() {
            return (int)
                    visits.stream().filter(visit -> visit.note() == Note.DONE).count();
        }

        /// Visits with needles.
        public int needled() {
            return (int) visits.stream()
                    .filter(visit -> visit.needles() != Needles.NONE)
                    .count();
        }

        /// Visits whose needles are counted and out.
        public int balanced() {
            return (int) visits.stream()
                    .filter(visit -> visit.needles() == Needles.BALANCED)
                    .count();
        }

        /// Whether everybody has been and nothing is left to do.
        public boolean done() {
            return ahead == 0 && visits.stream().allMatch(Visit::done);
        }
    }

    /// Today at the practice.
    ///
    /// @param of whose visits; empty for everybody's
    @Transactional(readOnly = true)
    public Day today(Practice practice, Optional<PractitionerId> of) {
        var today = LocalDate.ofInstant(clock.instant(), practice.zone());
        var lines = calendar.day(practice.id(), today).stream()
                .filter(line ->
                        of.isEmpty() || of.get().equals(line.appointment().practitioner()))
                .toList();
        var came = lines.stream()
                .filter(line -> CAME.contains(line.appointment().status()))
                .toList();
        var ids = came.stream().map(line -> line.appointment().id()).toList();
        var held = sessions.ofVisits(practice.id(), ids);
        var flagged = flags.standingAmong(
                practice.id(), held.values().stream().map(SessionView::id).toList());
        var signed = rows.signedAmong(practice.id(), ids);
        var written = waiting.waitingAmong(practice.id(), ids);
        return new Day(
                today,
                came.stream()
                        .map(line -> visit(
                                line,
                                note(line.appointment().id(), signed, written),
                                Optional.ofNullable(held.get(line.appointment().id())),
                                flagged))
                        .toList(),
                (int) lines.stream()
                        .filter(line -> line.appointment().status() == Status.BOOKED)
                        .count());
    }

    private static Note note(AppointmentId visit, Set<AppointmentId> signed, Set<AppointmentId> written) {
        if (signed.contains(visit)) {
            return Note.DONE;
        }
        return written.contains(visit) ? Note.WAITS : Note.OPEN;
    }

    private static Visit visit(Calendar.Line line, Note note, Optional<SessionView> session, Set<SessionId> flagged) {
        var visit = line.appointment();
        return new Visit(
                visit.id(),
                line.patient(),
                line.practitioner(),
                visit.startsAt(),
                note,
                session.map(SessionView::state).map(EndOfDay::needles).orElse(Needles.NONE),
                session.map(SessionView::id).orElse(null),
                session.map(view -> view.state().used()).orElse(0),
                session.map(view -> flagged.contains(view.id())).orElse(false));
    }

    private static Needles needles(Session session) {
        return switch (session.standing()) {
            case OPEN, REOPENED -> Needles.OPEN;
            case CLOSED -> Needles.BALANCED;
            case CLOSED_WITH_RETAINED -> session.retained().isEmpty() ? Needles.BALANCED : Needles.MISSING;
        };
    }
}
