package org.needlepoint.scheduling;

import java.time.Clock;
import java.util.List;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.scheduling.Appointment.CancelReason;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.Claims.Claim;
import org.needlepoint.scheduling.FormerVisits.Former;
import org.needlepoint.scheduling.MoveVisitOn.Progress;
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

    private final FormerTime formerTime;
    private final PlacedRows rows;
    private final Appointments appointments;
    private final FormerVisits formerVisits;
    private final Places places;
    private final MoveVisitOn moveVisitOn;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Attempts attempts;
    private final Clock clock;

    UndoVisitChange(
            FormerTime formerTime,
            PlacedRows rows,
            Appointments appointments,
            FormerVisits formerVisits,
            Places places,
            MoveVisitOn moveVisitOn,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Attempts attempts,
            Clock clock) {
        this.formerTime = formerTime;
        this.rows = rows;
        this.appointments = appointments;
        this.formerVisits = formerVisits;
        this.places = places;
        this.moveVisitOn = moveVisitOn;
        this.audit = audit;
        this.events = events;
        this.attempts = attempts;
        this.clock = clock;
    }

    /// Takes a change back. Call it outside a transaction.
    ///
    /// @param version that the change made
    public Undoing undo(PracticeId practice, AppointmentId id, int version, Actor actor) {
        return attempts.run(_ -> {
            var visit = appointments.lock(practice, id).orElseThrow(NotFound::new);
            if (visit.version() != version) {
                return new Undoing.ChangedMeanwhile(visit);
            }
            if (version == 0) {
                return unbook(practice, visit, actor);
            }
            var former = formerVisits.asOf(practice, visit, version - 1).orElseThrow();
            if (former.visit().status() == Status.CANCELLED) {
                return new Undoing.NotUndoable(visit);
            }
            boolean stepped = former.samePlace(visit) || former.visit().status() == Status.NO_SHOW;
            return visit.status() != Status.CANCELLED && stepped
                    ? stepBack(practice, visit, former.visit().status(), actor)
                    : putBack(practice, visit, former, actor);
        });
    }

    private Undoing unbook(PracticeId practice, Appointment visit, Actor actor) {
        if (visit.status() != Status.BOOKED) {
            return new Undoing.NotUndoable(visit);
        }
        places.free(practice, visit.id());
        var cancelled = appointments.update(
                practice, visit.with(Status.CANCELLED, CancelReason.BOOKED_BY_MISTAKE), clock.instant(), actor);
        record(practice, cancelled, "cancelled", actor);
        events.publishEvent(new AppointmentCancelled(practice, visit.id(), cancelled.version()));
        return new Undoing.Undone(cancelled);
    }

    private Undoing stepBack(PracticeId practice, Appointment visit, Status status, Actor actor) {
        return switch (moveVisitOn.to(practice, visit.id(), status, actor)) {
            case Progress.Now(var back) -> new Undoing.Undone(back);
            case Progress.NotPossible _ -> new Undoing.NotUndoable(visit);
            case Progress.InTheWay(var _, var obstacles) -> new Undoing.InTheWay(obstacles);
            case Progress.ChangedMeanwhile(var now) -> new Undoing.ChangedMeanwhile(now);
        };
    }

    private Undoing putBack(PracticeId practice, Appointment visit, Former former, Actor actor) {
        return switch (formerTime.inItsRoom(practice, former)) {
            case Claim.Missing _ -> new Undoing.NotUndoable(visit);
            case Claim.Blocked(var obstacles) -> new Undoing.InTheWay(obstacles);
            case Claim.Free free -> {
                var lane = Lane.of(free.lane(), former.overlap());
                var back = rows.update(practice, former.visit(), free, lane, actor);
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
