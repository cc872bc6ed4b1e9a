package org.needlepoint.frontdoor.reminders;

import org.needlepoint.frontdoor.BookedVisits;
import org.needlepoint.frontdoor.reminders.ReachPatient.Way;
import org.needlepoint.notifications.Message;
import org.needlepoint.notifications.Message.Kind;
import org.needlepoint.notifications.Outbox;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.practice.Practices;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.series.BookedSeries;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// Tells patients when their visit is booked, moved or cancelled. Each change of a visit is told once, also when the
/// news is delivered again.
@Component
class TellPatients {
    private final Patients patients;
    private final Practices practices;
    private final BookedVisits visits;
    private final ToldChanges told;
    private final ReachPatient reach;
    private final BookedSeries series;
    private final Outbox outbox;

    TellPatients(
            Patients patients,
            Practices practices,
            BookedVisits visits,
            ToldChanges told,
            ReachPatient reach,
            BookedSeries series,
            Outbox outbox) {
        this.patients = patients;
        this.practices = practices;
        this.visits = visits;
        this.told = told;
        this.reach = reach;
        this.series = series;
        this.outbox = outbox;
    }

    /// Tells what became of a visit, in the caller's transaction.
    ///
    /// @param version that the change made
    void tell(PracticeId practice, Appointment visit, int version, Kind kind) {
        if (series.isToldWithAnother(practice, visit.id(), version)) {
            return;
        }
        var patient = patients.find(practice, visit.patient());
        var slug = practices.find(practice).map(Practice::slug);
        if (patient.isEmpty() || slug.isEmpty() || !told.first(practice, visit.id(), version)) {
            return;
        }
        if (reach.way(practice, patient.get(), kind) instanceof Way.By(var channel, var address, var locale)) {
            var path = "/p/" + slug.get() + "/manage/" + visits.link(practice, visit);
            outbox.queue(
                    practice,
                    Message.of(channel, address, locale, kind, visit.id().value(), path));
        }
    }
}
