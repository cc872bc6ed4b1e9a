package org.needlepoint.scheduling;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.transaction.annotation.Transactional;

/// Says where a visit stands on its day: arrived, in its room, in session, completed, or nobody came. Steps before the
/// session can be taken back.
@org.springframework.stereotype.Service
public class MoveVisitOn {
    /// What became of it.
    public sealed interface Progress {
        /// It stands there now, or stood there already.
        record Now(Appointment appointment) implements Progress {}

        /// Refused: from where it stands there is no way there.
        record NotPossible(Appointment appointment) implements Progress {}
    }

    private final Appointments appointments;
    private final AuditTrail audit;
    private final Clock clock;

    MoveVisitOn(Appointments appointments, AuditTrail audit, Clock clock) {
        this.appointments = appointments;
        this.audit = audit;
        this.clock = clock;
    }

    /// Moves a visit on, or back.
    @Transactional
    public Progress to(PracticeId practice, AppointmentId id, Status wanted, Actor actor) {
        var visit = appointments.lock(practice, id).orElseThrow(NotFound::new);
        if (visit.status() == wanted) {
            return new Progress.Now(visit);
        }
        if (!after(visit.status()).contains(wanted)) {
            return new Progress.NotPossible(visit);
        }
        var moved = appointments.update(practice, visit.with(wanted, null), clock.instant(), actor);
        audit.append(
                practice,
                AuditEntry.of(actor, wanted.code(), "appointment", id.value())
                        .about(visit.patient().value())
                        .during(id.value()));
        return new Progress.Now(moved);
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
