package org.needlepoint.scheduling;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.scheduling.Agenda.Choice;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.context.ApplicationEventPublisher;

/// Moves a booked visit to another time, practitioner or location; never leaves it without a time in
/// between. It stays as long as it is.
@org.springframework.stereotype.Service
public class MoveAppointment {
    /// What came of it.
    public sealed interface Moving {
        /// Moved.
        ///
        /// @param late whether it was later than the service's cancellation period allows
        record Moved(Appointment appointment, boolean late) implements Moving {}

        /// Refused: somebody else has that time; the visit stays where it was. At most three openings that are free.
        record Taken(List<Opening> alternatives) implements Moving {}

        /// Refused: the patient has another visit at that time.
        record PatientBusy() implements Moving {}

        /// Refused: not a time at which this service is offered.
        ///
        /// @param field `practitioner`, `location` or `start`
        record NotOffered(String field) implements Moving {}

        /// Refused: only a visit that is booked and lies ahead is moved.
        record NotMovable(Appointment appointment) implements Moving {}

        /// Refused: somebody changed the visit meanwhile; this is how it stands now.
        record ChangedMeanwhile(Appointment now) implements Moving {}
    }

    private final Agenda agenda;
    private final Places places;
    private final Appointments appointments;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Attempts attempts;
    private final Clock clock;

    MoveAppointment(
            Agenda agenda,
            Places places,
            Appointments appointments,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Attempts attempts,
            Clock clock) {
        this.agenda = agenda;
        this.places = places;
        this.appointments = appointments;
        this.audit = audit;
        this.events = events;
        this.attempts = attempts;
        this.clock = clock;
    }

    /// Moves a visit. Call it outside a transaction, or inside [Once].
    ///
    /// @param version the version that the form carried
    public Moving move(
            PracticeId practice,
            AppointmentId id,
            int version,
            PractitionerId practitioner,
            UUID location,
            Instant start,
            Actor actor) {
        return attempts.run(_ -> attempt(practice, id, version, practitioner, location, start, actor));
    }

    private Moving attempt(
            PracticeId practice,
            AppointmentId id,
            int version,
            PractitionerId practitioner,
            UUID location,
            Instant start,
            Actor actor) {
        var visit = appointments.lock(practice, id).orElseThrow(NotFound::new);
        var now = clock.instant();
        if (visit.version() != version) {
            return new Moving.ChangedMeanwhile(visit);
        }
        if (!visit.canChange(now)) {
            return new Moving.NotMovable(visit);
        }
        var wish = new BookAppointment.Wish(visit.service(), practitioner, location, start);
        boolean staff = actor.kind() == Actor.Kind.ACCOUNT;
        var person = agenda.person(practice, visit.patient());
        return switch (agenda.choose(practice, wish, visit.minutes(), person, id, staff)) {
            case Choice.NotOffered(var field) -> new Moving.NotOffered(field);
            case Choice.Taken(var alternatives) -> new Moving.Taken(alternatives);
            case Choice.TooSoon(var alternatives) -> new Moving.Taken(alternatives);
            case Choice.PatientBusy() -> new Moving.PatientBusy();
            case Choice.Free(var offered, var slot, var zone) -> {
                places.replace(practice, id, slot.takes(offered.service(), person), Lane.USUAL);
                var moved = appointments.place(practice, visit.movedTo(slot, zone), Lane.USUAL, now, actor);
                audit.append(
                        practice,
                        AuditEntry.of(actor, "moved", "appointment", id.value())
                                .about(visit.patient().value())
                                .during(id.value()));
                events.publishEvent(new AppointmentMoved(practice, id, moved.version()));
                yield new Moving.Moved(moved, visit.isLate(now, offered.service()));
            }
        };
    }
}
