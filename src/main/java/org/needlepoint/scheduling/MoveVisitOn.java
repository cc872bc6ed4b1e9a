package org.needlepoint.scheduling;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.Claims.Claim;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;

/// Says where a visit stands on its day: arrived, in its room, in session, completed, or nobody came. Steps before the
/// session can be taken back. A visit to which nobody came gives the rest of its time free, and takes it again when
/// somebody came after all.
@org.springframework.stereotype.Service
public class MoveVisitOn {
    /// What became of it.
    public sealed interface Progress {
        /// It stands there now, or stood there already.
        record Now(Appointment appointment) implements Progress {}

        /// Refused: from where it stands there is no way there, or not yet.
        record NotPossible(Appointment appointment) implements Progress {}

        /// Refused: somebody changed the visit meanwhile; this is how it stands now.
        record ChangedMeanwhile(Appointment now) implements Progress {}

        /// Refused: these have the time that it gave free when nobody came.
        record InTheWay(Appointment appointment, List<Obstacle> obstacles) implements Progress {}
    }

    private final Appointments appointments;
    private final FormerVisits formerVisits;
    private final FormerTime formerTime;
    private final PlacedRows rows;
    private final Places places;
    private final AuditTrail audit;
    private final Attempts attempts;
    private final Clock clock;

    MoveVisitOn(
            Appointments appointments,
            FormerVisits formerVisits,
            FormerTime formerTime,
            PlacedRows rows,
            Places places,
            AuditTrail audit,
            Attempts attempts,
            Clock clock) {
        this.appointments = appointments;
        this.formerVisits = formerVisits;
        this.formerTime = formerTime;
        this.rows = rows;
        this.places = places;
        this.audit = audit;
        this.attempts = attempts;
        this.clock = clock;
    }

    /// Moves a visit on, or back, as somebody saw it in a list. That its patient confirmed it meanwhile is no matter.
    ///
    /// @param version that the list showed
    public Progress to(PracticeId practice, AppointmentId id, int version, Status wanted, Actor actor) {
        return attempts.run(_ -> {
            var visit = appointments.lock(practice, id).orElseThrow(NotFound::new);
            return visit.status() == wanted || isAsShown(practice, visit, version)
                    ? move(practice, visit, wanted, actor)
                    : new Progress.ChangedMeanwhile(visit);
        });
    }

    private boolean isAsShown(PracticeId practice, Appointment visit, int version) {
        return visit.version() == version
                || formerVisits
                        .asOf(practice, visit, version)
                        .filter(shown -> shown.samePlace(visit) && shown.visit().status() == visit.status())
                        .isPresent();
    }

    /// Moves a visit on, or back, because of what happens to it: its session begins, its note is signed.
    public Progress to(PracticeId practice, AppointmentId id, Status wanted, Actor actor) {
        return attempts.run(
                _ -> move(practice, appointments.lock(practice, id).orElseThrow(NotFound::new), wanted, actor));
    }

    private Progress move(PracticeId practice, Appointment visit, Status wanted, Actor actor) {
        if (visit.status() == wanted) {
            return new Progress.Now(visit);
        }
        if (!steps(visit, clock.instant()).contains(wanted)) {
            return new Progress.NotPossible(visit);
        }
        return visit.status() == Status.NO_SHOW
                ? takeAgain(practice, visit, wanted, actor)
                : step(practice, visit, wanted, actor);
    }

    private Progress step(PracticeId practice, Appointment visit, Status wanted, Actor actor) {
        var now = clock.instant();
        if (wanted == Status.NO_SHOW) {
            places.freeFrom(practice, visit.id(), now.truncatedTo(ChronoUnit.MINUTES));
        }
        return done(practice, appointments.update(practice, visit.with(wanted, null), now, actor), actor);
    }

    private Progress takeAgain(PracticeId practice, Appointment visit, Status wanted, Actor actor) {
        var missed = formerVisits.asOf(practice, visit, visit.version()).orElseThrow();
        return switch (formerTime.inAnyRoom(practice, missed)) {
            case Claim.Missing _ -> new Progress.NotPossible(visit);
            case Claim.Blocked(var obstacles) -> new Progress.InTheWay(visit, obstacles);
            case Claim.Free free -> {
                var lane = Lane.of(free.lane(), missed.overlap());
                var back = visit.with(wanted, free.room(), null);
                yield done(practice, rows.update(practice, back, free, lane, actor), actor);
            }
        };
    }

    private Progress done(PracticeId practice, Appointment moved, Actor actor) {
        var id = moved.id().value();
        audit.append(
                practice,
                AuditEntry.of(actor, moved.status().code(), "appointment", id)
                        .about(moved.patient().value())
                        .during(id));
        return new Progress.Now(moved);
    }

    /// Where a visit can go now: before its day, nobody has failed to come.
    public static Set<Status> steps(Appointment visit, Instant now) {
        var steps = after(visit.status());
        if (LocalDate.ofInstant(now, visit.zone()).isBefore(visit.start().toLocalDate())) {
            steps.remove(Status.NO_SHOW);
        }
        return steps;
    }

    /// Where a visit can go from here. A session that has begun is not taken back; cancelling has a way of its own.
    public static Set<Status> after(Status from) {
        return switch (from) {
            case BOOKED, ARRIVED, ROOMED -> EnumSet.complementOf(EnumSet.of(Status.CANCELLED, from));
            case NO_SHOW -> EnumSet.of(Status.BOOKED, Status.ARRIVED);
            case IN_SESSION -> EnumSet.of(Status.COMPLETED);
            case COMPLETED -> EnumSet.of(Status.IN_SESSION);
            case CANCELLED -> EnumSet.noneOf(Status.class);
        };
    }
}
