package org.needlepoint.charting.note;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.needlepoint.practice.Practices;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Visits whose notes wait for a signature (rule W7).
@Service
public class UnsignedNotes {
    /// How far back the list looks: less than a week, so that a weekday says which day.
    static final int DAYS = 6;

    private static final Set<Status> HELD = EnumSet.of(Status.IN_SESSION, Status.COMPLETED);

    private final Calendar calendar;
    private final Practices practices;
    private final NoteRows rows;
    private final Clock clock;

    UnsignedNotes(Calendar calendar, Practices practices, NoteRows rows, Clock clock) {
        this.calendar = calendar;
        this.practices = practices;
        this.rows = rows;
        this.clock = clock;
    }

    /// A visit that took place and has no signed note.
    ///
    /// @param overdue whether it was on an earlier day
    public record Unsigned(AppointmentId visit, String patient, String practitioner, LocalDate day, boolean overdue) {}

    /// Of today and the days before, the oldest first.
    @Transactional(readOnly = true)
    public List<Unsigned> list(PracticeId practice) {
        var zone = practices.find(practice).orElseThrow().zone();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var held = calendar.days(practice, today.minusDays(DAYS), today).stream()
                .filter(line -> HELD.contains(line.appointment().status()))
                .toList();
        var signed = rows.signedAmong(
                practice, held.stream().map(line -> line.appointment().id()).toList());
        return held.stream()
                .filter(line -> !signed.contains(line.appointment().id()))
                .map(line -> {
                    var day = line.appointment().localStart().toLocalDate();
                    return new Unsigned(
                            line.appointment().id(), line.patient(), line.practitioner(), day, day.isBefore(today));
                })
                .toList();
    }
}
