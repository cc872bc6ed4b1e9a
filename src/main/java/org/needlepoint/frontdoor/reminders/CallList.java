package org.needlepoint.frontdoor.reminders;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Whom the front desk has to call because no reminder reaches them (rule F5), and what a visit's reminders are.
@Service
public class CallList {
    private static final int MOST = 100;

    private final Reminders reminders;
    private final Calendar calendar;
    private final Patients patients;
    private final Clock clock;

    /// One call.
    ///
    /// @param reason why no reminder was sent, in words of our own
    public record Call(Appointment visit, Patient patient, String reason) {}

    /// A reminder of a visit.
    ///
    /// @param moment `two-days` or `two-hours`
    /// @param state  `planned`, `queued` or `unsent`
    /// @param reason why it is not sent; null in every other state
    public record Planned(
            String moment,
            java.time.Instant at,
            String state,
            @Nullable String reason) {}

    CallList(Reminders reminders, Calendar calendar, Patients patients, Clock clock) {
        this.reminders = reminders;
        this.calendar = calendar;
        this.patients = patients;
        this.clock = clock;
    }

    /// The calls, the next visit first; a visit stands there once.
    @Transactional(readOnly = true)
    public List<Call> calls(PracticeId practice) {
        var seen = new java.util.HashSet<AppointmentId>();
        return reminders.unsent(practice, clock.instant(), MOST).stream()
                .filter(reminder -> seen.add(reminder.appointment()))
                .flatMap(reminder -> calendar
                        .find(practice, reminder.appointment())
                        .filter(visit ->
                                visit.startsAt().equals(reminder.visitAt()) && visit.canChange(clock.instant()))
                        .flatMap(visit -> patients.find(practice, visit.patient())
                                .map(patient -> new Call(visit, patient, String.valueOf(reminder.reason()))))
                        .stream())
                .toList();
    }

    /// The reminders of a visit at the time it has, the first first.
    @Transactional(readOnly = true)
    public List<Planned> of(PracticeId practice, AppointmentId visit) {
        return reminders.of(practice, visit).stream()
                .map(reminder -> new Planned(
                        reminder.moment().code(),
                        reminder.dueAt(),
                        reminder.state().code(),
                        reminder.reason()))
                .toList();
    }
}
