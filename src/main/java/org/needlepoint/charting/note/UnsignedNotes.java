package org.needlepoint.charting.note;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.practice.Practices;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Visits whose notes wait for a signature (rule W7).
@Service
public class UnsignedNotes {
    /// How far back the list of the day looks: less than a week, so that a weekday says which day.
    static final int DAYS = 6;

    /// How far back the whole list looks.
    static final int ALL_DAYS = 90;

    /// A note is late when its visit ended longer ago than this.
    static final Duration LATE_AFTER = Duration.ofDays(1);

    private static final Set<Status> HELD = EnumSet.of(Status.IN_SESSION, Status.COMPLETED);

    private final Calendar calendar;
    private final Practices practices;
    private final NoteRows rows;
    private final NotesForCoSignature waiting;
    private final Clock clock;

    UnsignedNotes(Calendar calendar, Practices practices, NoteRows rows, NotesForCoSignature waiting, Clock clock) {
        this.calendar = calendar;
        this.practices = practices;
        this.rows = rows;
        this.waiting = waiting;
        this.clock = clock;
    }

    /// A visit that took place and has no released note.
    ///
    /// @param with     the practitioner whose visit it was
    /// @param overdue  whether it ended more than a day ago
    /// @param written  whether it is signed by its writer and waits for a supervisor
    public record Unsigned(
            AppointmentId visit,
            String patient,
            PractitionerId with,
            String practitioner,
            LocalDate day,
            boolean overdue,
            boolean written) {}

    /// Of today and the days before, the oldest first.
    @Transactional(readOnly = true)
    public List<Unsigned> list(PracticeId practice) {
        return since(practice, DAYS);
    }

    /// Of the last three months, the oldest first.
    @Transactional(readOnly = true)
    public List<Unsigned> all(PracticeId practice) {
        return since(practice, ALL_DAYS);
    }

    private List<Unsigned> since(PracticeId practice, int days) {
        var zone = practices.find(practice).orElseThrow().zone();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var held = calendar.days(practice, today.minusDays(days), today).stream()
                .filter(line -> HELD.contains(line.appointment().status()))
                .toList();
        var visits = held.stream().map(line -> line.appointment().id()).toList();
        var signed = rows.signedAmong(practice, visits);
        var written = waiting.waitingAmong(practice, visits);
        return held.stream()
                .filter(line -> !signed.contains(line.appointment().id()))
                .map(line -> unsigned(line, written.contains(line.appointment().id())))
                .toList();
    }

    private Unsigned unsigned(Calendar.Line line, boolean written) {
        Appointment visit = line.appointment();
        return new Unsigned(
                visit.id(),
                line.patient(),
                visit.practitioner(),
                line.practitioner(),
                visit.localStart().toLocalDate(),
                visit.endsAt().plus(LATE_AFTER).isBefore(clock.instant()),
                written);
    }
}
