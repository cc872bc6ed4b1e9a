package org.needlepoint.scheduling;

import java.time.Clock;
import java.util.List;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.scheduling.Agenda.Choice;
import org.needlepoint.scheduling.Appointment.CancelReason;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.context.ApplicationEventPublisher;

/// Cancels a booked visit, and undoes that while its time is still free.
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

    /// What came of undoing a cancellation.
    public sealed interface Restoration {
        /// Booked again, as it was.
        record Restored(Appointment appointment) implements Restoration {}

        /// Refused: its time is taken by now. At most three openings that are free.
        record Taken(List<Opening> alternatives) implements Restoration {}

        /// Refused: it is not cancelled, or its time has passed.
        record NotRestorable(Appointment appointment) implements Restoration {}
    }

    private final Agenda agenda;
    private final Services services;
    private final Occupancies occupancies;
    private final Appointments appointments;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Attempts attempts;
    private final Clock clock;

    CancelAppointment(
            Agenda agenda,
            Services services,
            Occupancies occupancies,
            Appointments appointments,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Attempts attempts,
            Clock clock) {
        this.agenda = agenda;
        this.services = services;
        this.occupancies = occupancies;
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
        occupancies.free(practice, id);
        var cancelled = appointments.update(practice, visit.with(Status.CANCELLED, reason), now, actor);
        record(practice, cancelled, "cancelled", actor);
        events.publishEvent(new AppointmentCancelled(practice, id, cancelled.version()));
        var service = services.find(practice, visit.service()).orElseThrow();
        return new Cancellation.Cancelled(cancelled, visit.isLate(now, service));
    }

    /// Takes a cancellation back: the same time, in the first room that is free.
    public Restoration restore(PracticeId practice, AppointmentId id, Actor actor) {
        return attempts.run(_ -> attempt(practice, id, actor));
    }

    private Restoration attempt(PracticeId practice, AppointmentId id, Actor actor) {
        var visit = appointments.lock(practice, id).orElseThrow(NotFound::new);
        var now = clock.instant();
        if (visit.status() != Status.CANCELLED || !now.isBefore(visit.startsAt())) {
            return new Restoration.NotRestorable(visit);
        }
        var wish = new BookAppointment.Wish(visit.service(), visit.practitioner(), visit.location(), visit.startsAt());
        var person = agenda.person(practice, visit.patient());
        return switch (agenda.choose(practice, wish, person, null, true)) {
            case Choice.NotOffered _, Choice.PatientBusy _ -> new Restoration.Taken(List.of());
            case Choice.Taken(var alternatives) -> new Restoration.Taken(alternatives);
            case Choice.TooSoon(var alternatives) -> new Restoration.Taken(alternatives);
            case Choice.Free(var offered, var slot, var zone) -> {
                occupancies.book(practice, Occupancies.of(offered.service(), slot, person), id);
                var restored = appointments.place(practice, visit.movedTo(slot, zone), Lane.USUAL, now, actor);
                record(practice, restored, "restored", actor);
                events.publishEvent(new AppointmentRestored(practice, id, restored.version()));
                yield new Restoration.Restored(restored);
            }
        };
    }

    private void record(PracticeId practice, Appointment visit, String act, Actor actor) {
        audit.append(
                practice,
                AuditEntry.of(actor, act, "appointment", visit.id().value())
                        .about(visit.patient().value())
                        .during(visit.id().value()));
    }
}
