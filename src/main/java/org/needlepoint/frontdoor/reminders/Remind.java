package org.needlepoint.frontdoor.reminders;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.needlepoint.frontdoor.BookedVisits;
import org.needlepoint.frontdoor.reminders.ReachPatient.Way;
import org.needlepoint.frontdoor.reminders.Reminder.State;
import org.needlepoint.frontdoor.reminders.ReminderRule.Turn;
import org.needlepoint.jobs.JobHandler;
import org.needlepoint.jobs.Jobs;
import org.needlepoint.notifications.KeepQuiet;
import org.needlepoint.notifications.Message;
import org.needlepoint.notifications.Message.Kind;
import org.needlepoint.notifications.Outbox;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.practice.Practices;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Sends one reminder when its turn has come: if the visit still stands at that time, if it is not quiet, if there is
/// somebody to write to.
@Component
class Remind implements JobHandler {
    static final String KIND = "frontdoor.remind";

    private static final String TOO_LATE = "too-late";

    private final Reminders reminders;
    private final PlanReminders planner;
    private final Calendar calendar;
    private final Patients patients;
    private final Practices practices;
    private final BookedVisits visits;
    private final ReachPatient reach;
    private final KeepQuiet quiet;
    private final Outbox outbox;
    private final Jobs jobs;
    private final TransactionOperations transaction;
    private final Clock clock;

    Remind(
            Reminders reminders,
            PlanReminders planner,
            Calendar calendar,
            Patients patients,
            Practices practices,
            BookedVisits visits,
            ReachPatient reach,
            KeepQuiet quiet,
            Outbox outbox,
            Jobs jobs,
            TransactionOperations transaction,
            Clock clock) {
        this.reminders = reminders;
        this.planner = planner;
        this.calendar = calendar;
        this.patients = patients;
        this.practices = practices;
        this.visits = visits;
        this.reach = reach;
        this.quiet = quiet;
        this.outbox = outbox;
        this.jobs = jobs;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(PracticeId practice, UUID subject) {
        transaction.executeWithoutResult(_ -> reminders
                .lock(practice, subject)
                .filter(reminder -> reminder.state() == State.PLANNED)
                .ifPresent(reminder -> take(practice, reminder)));
    }

    private void take(PracticeId practice, Reminder reminder) {
        var visit = calendar.find(practice, reminder.appointment()).orElseThrow(NotFound::new);
        if (!visit.startsAt().equals(reminder.visitAt()) || !visit.canChange(clock.instant())) {
            planner.plan(practice, visit.id());
            return;
        }
        var now = clock.instant().atZone(visit.zone());
        switch (ReminderRule.at(now, reminder.until(), quiet.of(practice))) {
            case Turn.TooLate _ -> reminders.move(practice, reminder.id(), State.UNSENT, TOO_LATE);
            case Turn.Wait(var until) -> jobs.plan(practice, KIND, reminder.id(), until);
            case Turn.Send(var notAfter) -> send(practice, reminder, visit, notAfter);
        }
    }

    private void send(PracticeId practice, Reminder reminder, Appointment visit, Instant notAfter) {
        var patient = patients.find(practice, visit.patient()).orElseThrow(NotFound::new);
        switch (reach.way(practice, patient, Kind.VISIT_REMINDER)) {
            case Way.Nobody(var reason) -> reminders.move(practice, reminder.id(), State.UNSENT, reason.code());
            case Way.By(var channel, var address, var locale) -> {
                var slug = practices.find(practice).map(Practice::slug).orElseThrow(NotFound::new);
                var path = "/p/" + slug + "/manage/" + visits.link(practice, visit);
                var message = Message.of(
                        channel,
                        address,
                        locale,
                        Kind.VISIT_REMINDER,
                        visit.id().value(),
                        path);
                outbox.queue(practice, message.until(notAfter));
                reminders.move(practice, reminder.id(), State.QUEUED, null);
            }
        }
    }
}
