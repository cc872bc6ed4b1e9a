package org.needlepoint.frontdoor.reminders;

import java.util.Optional;
import org.needlepoint.audit.Actor;
import org.needlepoint.frontdoor.BookedVisits;
import org.needlepoint.frontdoor.reminders.CallNotes.Why;
import org.needlepoint.frontdoor.reminders.ReachPatient.Way;
import org.needlepoint.notifications.Message;
import org.needlepoint.notifications.Message.Kind;
import org.needlepoint.notifications.Outbox;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.practice.Practices;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Appointment.CancelReason;
import org.needlepoint.scheduling.VisitAuthors;
import org.needlepoint.scheduling.series.BookedSeries;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// Tells patients when their visit is booked, moved or cancelled. Each change of a visit is told once, also when the
/// news is delivered again. Whom no message reaches the desk calls (rule F5).
@Component
class TellPatients {
    private final Patients patients;
    private final Practices practices;
    private final BookedVisits visits;
    private final ToldChanges told;
    private final ReachPatient reach;
    private final BookedSeries series;
    private final VisitAuthors authors;
    private final CallNotes calls;
    private final Outbox outbox;

    TellPatients(
            Patients patients,
            Practices practices,
            BookedVisits visits,
            ToldChanges told,
            ReachPatient reach,
            BookedSeries series,
            VisitAuthors authors,
            CallNotes calls,
            Outbox outbox) {
        this.patients = patients;
        this.practices = practices;
        this.visits = visits;
        this.told = told;
        this.reach = reach;
        this.series = series;
        this.authors = authors;
        this.calls = calls;
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
        switch (reach.way(practice, patient.get(), kind)) {
            case Way.By(var channel, var address, var locale) -> {
                var path = "/p/" + slug.get() + "/manage/" + visits.link(practice, visit);
                outbox.queue(
                        practice,
                        Message.of(channel, address, locale, kind, visit.id().value(), path));
            }
            case Way.Nobody _ -> why(practice, visit, version, kind).ifPresent(why -> calls.note(practice, visit, why));
        }
    }

    /// Why to call whom no message reaches: of what the practice did without them. Who books is there or on the phone,
    /// and who moves or cancels a visit by its page knows.
    private Optional<Why> why(PracticeId practice, Appointment visit, int version, Kind kind) {
        var byThePractice = authors.of(practice, visit.id(), version)
                .filter(author -> author == Actor.Kind.ACCOUNT || author == Actor.Kind.SYSTEM)
                .isPresent();
        if (!byThePractice) {
            return Optional.empty();
        }
        if (kind == Kind.APPOINTMENT_MOVED) {
            return Optional.of(Why.UNTOLD_MOVED);
        }
        return kind == Kind.APPOINTMENT_CANCELLED && !isAskedFor(visit)
                ? Optional.of(Why.UNTOLD_CANCELLED)
                : Optional.empty();
    }

    private static boolean isAskedFor(Appointment visit) {
        return visit.cancelReason() == CancelReason.PATIENT_ASKED || visit.cancelReason() == CancelReason.PATIENT_ILL;
    }
}
