package org.needlepoint.frontdoor.reminders;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.Delay;
import org.needlepoint.scheduling.Delays;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Whom the front desk has to call because no message reaches them (rule F5), and what a visit's reminders are.
@Service
public class CallList {
    private static final int MOST = 100;

    private final Reminders reminders;
    private final CallNotes notes;
    private final DelayNotices notices;
    private final Delays delays;
    private final Calendar calendar;
    private final Patients patients;
    private final AuditTrail audit;
    private final Clock clock;

    /// One call.
    ///
    /// @param reason why to call, in words of our own
    /// @param delay  what to tell of a delay; null: the reason says it all
    public record Call(
            Appointment visit,
            Patient patient,
            String reason,
            @Nullable Delay delay) {}

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

    CallList(
            Reminders reminders,
            CallNotes notes,
            DelayNotices notices,
            Delays delays,
            Calendar calendar,
            Patients patients,
            AuditTrail audit,
            Clock clock) {
        this.reminders = reminders;
        this.notes = notes;
        this.notices = notices;
        this.delays = delays;
        this.calendar = calendar;
        this.patients = patients;
        this.audit = audit;
        this.clock = clock;
    }

    /// The calls: of visits that wait because somebody runs late, then what else somebody has to be told or asked,
    /// then whom no reminder reaches, each with the next visit first. A visit stands there once, until somebody has
    /// called.
    @Transactional(readOnly = true)
    public List<Call> calls(PracticeId practice) {
        var seen = new HashSet<AppointmentId>();
        return Stream.of(late(practice), noted(practice), unreminded(practice))
                .flatMap(each -> each)
                .filter(call -> seen.add(call.visit().id()))
                .toList();
    }

    /// Today is another date elsewhere: the delay knows whether it still concerns the visit.
    private Stream<Call> late(PracticeId practice) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return notices.unsent(practice, today.minusDays(1), today.plusDays(1), MOST).stream()
                .flatMap(notice -> calendar.find(practice, notice.appointment()).stream()
                        .flatMap(visit -> delays
                                .of(
                                        practice,
                                        visit.practitioner(),
                                        visit.localStart().toLocalDate())
                                .filter(delay -> visit.canChange(now) && delay.concerns(visit, now))
                                .stream()
                                .flatMap(delay -> call(practice, visit, String.valueOf(notice.reason()), delay))))
                .sorted(Comparator.comparing(call -> call.visit().startsAt()));
    }

    private Stream<Call> noted(PracticeId practice) {
        var now = clock.instant();
        return notes.open(practice, now, MOST).stream()
                .flatMap(note -> calendar
                        .find(practice, note.appointment())
                        .filter(visit -> visit.startsAt().equals(note.visitAt())
                                && note.why().holds(visit, now))
                        .stream()
                        .flatMap(visit -> call(practice, visit, note.why().code(), null)));
    }

    private Stream<Call> unreminded(PracticeId practice) {
        var now = clock.instant();
        return reminders.unsent(practice, now, MOST).stream()
                .flatMap(reminder -> calendar
                        .find(practice, reminder.appointment())
                        .filter(visit -> visit.startsAt().equals(reminder.visitAt()) && visit.canChange(now))
                        .stream()
                        .flatMap(visit -> call(practice, visit, String.valueOf(reminder.reason()), null)));
    }

    private Stream<Call> call(PracticeId practice, Appointment visit, String reason, @Nullable Delay delay) {
        return patients.find(practice, visit.patient()).stream()
                .map(patient -> new Call(visit, patient, reason, delay));
    }

    /// Notes that somebody called about a visit.
    @Transactional
    public void called(PracticeId practice, AppointmentId id, Actor actor) {
        var visit = calendar.find(practice, id).orElseThrow(NotFound::new);
        notes.made(practice, visit);
        audit.append(
                practice,
                AuditEntry.of(actor, "called", "appointment", id.value())
                        .about(visit.patient().value()));
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
