package org.needlepoint.scheduling;

import java.time.Clock;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.scheduling.Appointment.CancelReason;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.context.ApplicationEventPublisher;

/// Cancels a booked visit. [UndoVisitChange] takes that back while its time is still free.
@org.springframework.stereotype.Service
public class CancelAppointment {
    /// What came of cancelling.
    public sealed interface Cancellation {
        /// Cancelled; its time is free for others.
        ///
        /// @param late whether it was later than the service's cancellation period allows
        record Cancelled(Appointment appointment, boolean late) implements Cancellation {}

        /// It was cancelled before.
        record AlreadyCancelled(Appointment appointment) implements Cancellation {}

        /// Refused: only a visit that is booked and lies ahead is cancelled.
        record NotCancellable(Appointment appointment) implements Cancellation {}

        /// Refused: somebody changed the visit meanwhile; this is how it stands now.
        record ChangedMeanwhile(Appointment now) implements Cancellation {}
    }

    private final Services services;
    private final Places places;
    private final Appointments appointments;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Attempts attempts;
    private final Clock clock;

    CancelAppointment(
            Services services,
            Places places,
            Appointments appointments,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Attempts attempts,
            Clock clock) {
        this.services = services;
        this.places = places;
        this.appointments = appointments;
        this.audit = audit;
        this.events = events;
        this.attempts = attempts;
        this.clock = clock;
    }

    /// Cancels a visit.
    ///
    /// @param version the version that the form carried
    public Cancellation cancel(PracticeId practice, AppointmentId id, int version, CancelReason reason, Actor actor) {
        return attempts.run(_ -> attempt(practice, id, version, reason, actor));
    }

    private Cancellation attempt(PracticeId practice, AppointmentId id, int version, CancelReason reason, Actor actor) {
        var visit = appointments.lock(practice, id).orElseThrow(NotFound::new);
        var now = clock.instant();
        if (visit.status() == Status.CANCELLED) {
            return new Cancellation.AlreadyCancelled(visit);
        }
        if (visit.version() != version) {
            return new Cancellation.ChangedMeanwhile(visit);
        }
        if (!visit.canChange(now)) {
            return new Cancellation.NotCancellable(visit);
        }
        places.free(practice, id);
        var cancelled = appointments.update(practice, visit.with(Status.CANCELLED, reason), now, actor);
        record(practice, cancelled, "cancelled", actor);
        events.publishEvent(new AppointmentCancelled(practice, id, cancelled.version()));
        var service = services.find(practice, visit.service()).orElseThrow();
        return new Cancellation.Cancelled(cancelled, visit.isLate(now, service));
    }

    private void record(PracticeId practice, Appointment visit, String act, Actor actor) {
        audit.append(
                practice,
                AuditEntry.of(actor, act, "appointment", visit.id().value())
                        .about(visit.patient().value())
                        .during(visit.id().value()));
    }
}
