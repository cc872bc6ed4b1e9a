package org.needlepoint.frontdoor.reminders;

import org.needlepoint.notifications.Message.Kind;
import org.needlepoint.scheduling.AppointmentBooked;
import org.needlepoint.scheduling.AppointmentCancelled;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.AppointmentMoved;
import org.needlepoint.scheduling.AppointmentRestored;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.PracticeId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Hears what became of a visit: the patient is told and the reminders are planned anew, in one transaction.
@Component
class HearOfVisits {
    private final Calendar calendar;
    private final TellPatients tellPatients;
    private final PlanReminders planReminders;

    HearOfVisits(Calendar calendar, TellPatients tellPatients, PlanReminders planReminders) {
        this.calendar = calendar;
        this.tellPatients = tellPatients;
        this.planReminders = planReminders;
    }

    @ApplicationModuleListener
    void on(AppointmentBooked event) {
        heard(event.practice(), event.appointment(), event.version(), Kind.APPOINTMENT_BOOKED);
    }

    @ApplicationModuleListener
    void on(AppointmentMoved event) {
        heard(event.practice(), event.appointment(), event.version(), Kind.APPOINTMENT_MOVED);
    }

    /// Whoever was told that it is cancelled is told that it stands again.
    @ApplicationModuleListener
    void on(AppointmentRestored event) {
        heard(event.practice(), event.appointment(), event.version(), Kind.APPOINTMENT_BOOKED);
    }

    @ApplicationModuleListener
    void on(AppointmentCancelled event) {
        heard(event.practice(), event.appointment(), event.version(), Kind.APPOINTMENT_CANCELLED);
    }

    private void heard(PracticeId practice, AppointmentId id, int version, Kind kind) {
        calendar.find(practice, id).ifPresent(visit -> {
            tellPatients.tell(practice, visit, version, kind);
            planReminders.plan(practice, visit);
        });
    }
}
