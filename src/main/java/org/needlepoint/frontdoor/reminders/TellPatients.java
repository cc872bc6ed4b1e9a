package org.needlepoint.frontdoor.reminders;

import org.needlepoint.frontdoor.BookedVisits;
import org.needlepoint.frontdoor.reminders.ReachPatient.Way;
import org.needlepoint.notifications.Message;
import org.needlepoint.notifications.Message.Kind;
import org.needlepoint.notifications.Outbox;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.practice.Practices;
import org.needlepoint.scheduling.AppointmentBooked;
import org.needlepoint.scheduling.AppointmentCancelled;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.AppointmentMoved;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.series.BookedSeries;
import org.needlepoint.shared.PracticeId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Tells patients when their visit is booked, moved or cancelled. Each change of a visit is told once, also when the
/// news is delivered again.
@Component
class TellPatients {
    private final Calendar calendar;
    private final Patients patients;
    private final Practices practices;
    private final BookedVisits visits;
    private final ToldChanges told;
    private final ReachPatient reach;
    private final BookedSeries series;
    private final Outbox outbox;

    TellPatients(
            Calendar calendar,
            Patients patients,
            Practices practices,
            BookedVisits visits,
            ToldChanges told,
            ReachPatient reach,
            BookedSeries series,
            Outbox outbox) {
        this.calendar = calendar;
        this.patients = patients;
        this.practices = practices;
        this.visits = visits;
        this.told = told;
        this.reach = reach;
        this.series = series;
        this.outbox = outbox;
    }

    @ApplicationModuleListener
    void on(AppointmentBooked event) {
        tell(event.practice(), event.appointment(), event.version(), Kind.APPOINTMENT_BOOKED);
    }

    @ApplicationModuleListener
    void on(AppointmentMoved event) {
        tell(event.practice(), event.appointment(), event.version(), Kind.APPOINTMENT_MOVED);
    }

    @ApplicationModuleListener
    void on(AppointmentCancelled event) {
        tell(event.practice(), event.appointment(), event.version(), Kind.APPOINTMENT_CANCELLED);
    }

    private void tell(PracticeId practice, AppointmentId id, int version, Kind kind) {
        if (series.isToldWithAnother(practice, id, version)) {
            return;
        }
        var visit = calendar.find(practice, id);
        var patient = visit.flatMap(found -> patients.find(practice, found.patient()));
        var slug = practices.find(practice).map(Practice::slug);
        if (visit.isEmpty() || patient.isEmpty() || slug.isEmpty() || !told.first(practice, id, version)) {
            return;
        }
        if (reach.way(practice, patient.get(), kind) instanceof Way.By(var channel, var address, var locale)) {
            var path = "/p/" + slug.get() + "/manage/" + visits.link(practice, visit.get());
            outbox.queue(practice, Message.of(channel, address, locale, kind, id.value(), path));
        }
    }
}
