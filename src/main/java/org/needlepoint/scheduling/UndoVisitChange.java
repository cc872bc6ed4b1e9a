package org.needlepoint.scheduling;

import java.time.Clock;
import java.util.List;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Appointment.CancelReason;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.Claims.Claim;
import org.needlepoint.scheduling.FormerVisits.Former;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.context.ApplicationEventPublisher;

/// Takes the last change of a visit back: booking, moving, resizing, cancelling, or where it stands on its day. The
/// visit becomes what it was, as a version of its own; nothing is wiped out.
@org.springframework.stereotype.Service
public class UndoVisitChange {
    /// What came of it.
    public sealed interface Undoing {
        /// It is as it was before.
        record Undone(Appointment appointment) implements Undoing {}

        /// Refused: these stand where it was.
        record InTheWay(List<Obstacle> obstacles) implements Undoing {}

        /// Refused: what has begun, or a visit that was taken back from the cancelled ones, stays.
        record NotUndoable(Appointment appointment) implements Undoing {}

        /// Refused: somebody changed the visit meanwhile; this is how it stands now.
        record ChangedMeanwhile(Appointment now) implements Undoing {}
    }

    private final Catalogues catalogues;
    private final Services services;
    private final Claims claims;
    private final PlacedRows rows;
    private final Appointments appointments;
    private final FormerVisits formerVisits;
    private final Occupancies occupancies;
    private final Patients patients;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Attempts attempts;
    private final Clock clock;

    UndoVisitChange(
            Catalogues catalogues,
            Services services,
            Claims claims,
            PlacedRows rows,
            Appointments appointments,
            FormerVisits formerVisits,
            Occupancies occupancies,
            Patients patients,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Attempts attempts,
            Clock clock) {
        this.catalogues = catalogues;
        this.services = services;
        this.claims = claims;
        this.rows = rows;
        this.appointments = appointments;
        this.formerVisits = formerVisits;
        this.occupancies = occupancies;
        this.patients = patients;
        this.audit = audit;
        this.events = events;
        this.attempts = attempts;
        this.clock = clock;
    }

    /// Takes a change back. Call it outside a transaction.
    ///
    /// @param version that the change made
    public Undoing undo(PracticeId practice, AppointmentId id, int version, Actor actor) {
        return undo(practice, id, version, false, actor);
    }

    /// The same for those who may only say where a visit stands on its day: any other change stays.
    public Undoing undoStep(PracticeId practice, AppointmentId id, int version, Actor actor) {
        return undo(practice, id, version, true, actor);
    }

    private Undoing undo(PracticeId practice, AppointmentId id, int version, boolean stepsOnly, Actor actor) {
        return attempts.run(_ -> {
            var visit = appointments.lock(practice, id).orElseThrow(NotFound::new);
            if (visit.version() != version) {
                return new Undoing.ChangedMeanwhile(visit);
            }
            if (version == 0) {
                return stepsOnly ? new Undoing.NotUndoable(visit) : unbook(practice, visit, actor);
            }
            var former = formerVisits.asOf(practice, visit, version - 1).orElseThrow();
            if (former.visit().status() == Status.CANCELLED) {
                return new Undoing.NotUndoable(visit);
            }
            if (visit.status() != Status.CANCELLED && former.samePlace(visit)) {
                return stepBack(practice, visit, former.visit().status(), actor);
            }
            return stepsOnly ? new Undoing.NotUndoable(visit) : putBack(practice, visit, former, actor);
        });
    }

    private Undoing unbook(PracticeId practice, Appointment visit, Actor actor) {
        if (visit.status() != Status.BOOKED) {
            return new Undoing.NotUndoable(visit);
        }
        occupancies.free(practice, visit.id());
        var cancelled = appointments.update(
                practice, visit.with(Status.CANCELLED, CancelReason.BOOKED_BY_MISTAKE), clock.instant(), actor);
        record(practice, cancelled, "cancelled", actor);
        events.publishEvent(new AppointmentCancelled(practice, visit.id(), cancelled.version()));
        return new Undoing.Undone(cancelled);
    }

    private Undoing stepBack(PracticeId practice, Appointment visit, Status status, Actor actor) {
        if (!MoveVisitOn.after(visit.status()).contains(status)) {
            return new Undoing.NotUndoable(visit);
        }
        var back = appointments.update(practice, visit.with(status, null), clock.instant(), actor);
        record(practice, back, status.code(), actor);
        return new Undoing.Undone(back);
    }

    private Undoing putBack(PracticeId practice, Appointment visit, Former former, Actor actor) {
        var was = former.visit();
        var wanted = new Claims.Wanted(
                services.find(practice, visit.service()).orElseThrow(),
                was.practitioner(),
                was.location(),
                was.localStart().toLocalDate(),
                was.startsAt(),
                was.endsAt(),
                patients.chartOf(practice, was.patient()),
                was.room(),
                null,
                former.overlap() != null,
                visit.id());
        return switch (claims.of(practice, catalogues.of(practice), wanted)) {
            case Claim.Missing _ -> new Undoing.NotUndoable(visit);
            case Claim.Blocked(var obstacles) -> new Undoing.InTheWay(obstacles);
            case Claim.Free free -> {
                var lane = Lane.of(free.lane(), former.overlap());
                var back = rows.update(practice, was, free, lane, actor);
                boolean restored = visit.status() == Status.CANCELLED;
                record(practice, back, restored ? "restored" : "moved", actor);
                if (restored) {
                    events.publishEvent(new AppointmentRestored(practice, back.id(), back.version()));
                } else if (back.status() == Status.BOOKED && !back.sameForThePatient(visit)) {
                    events.publishEvent(new AppointmentMoved(practice, back.id(), back.version()));
                }
                yield new Undoing.Undone(back);
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
