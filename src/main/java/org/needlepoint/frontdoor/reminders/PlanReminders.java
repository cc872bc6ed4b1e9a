package org.needlepoint.frontdoor.reminders;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.jobs.Jobs;
import org.needlepoint.notifications.KeepQuiet;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// Plans the reminders of a visit from how it stands now, whatever the news was: news may come twice or in another
/// order.
@Component
class PlanReminders {
    private final Calendar calendar;
    private final Reminders reminders;
    private final KeepQuiet quiet;
    private final Jobs jobs;
    private final Clock clock;

    PlanReminders(Calendar calendar, Reminders reminders, KeepQuiet quiet, Jobs jobs, Clock clock) {
        this.calendar = calendar;
        this.reminders = reminders;
        this.quiet = quiet;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// Makes the plan that fits the visit; call it in a transaction.
    void plan(PracticeId practice, AppointmentId id) {
        calendar.find(practice, id).ifPresent(visit -> plan(practice, visit));
    }

    /// The same for a visit as it was just read.
    void plan(PracticeId practice, Appointment visit) {
        var id = visit.id();
        var ahead = Optional.of(visit).filter(found -> found.canChange(clock.instant()));
        cancel(practice, id, ahead.map(Appointment::startsAt).orElse(null));
        ahead.ifPresent(found -> ReminderRule.plan(found.start(), found.changedAt(), quiet.of(practice))
                .forEach(due -> reminders
                        .plan(practice, id, found.startsAt(), due)
                        .ifPresent(reminder -> jobs.plan(practice, Remind.KIND, reminder, due.at()))));
    }

    private void cancel(PracticeId practice, AppointmentId id, @Nullable Instant except) {
        for (UUID reminder : reminders.cancelOthers(practice, id, except)) {
            jobs.cancel(practice, Remind.KIND, reminder);
        }
    }
}
