package org.needlepoint.scheduling.series;

import java.time.Clock;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.scheduling.Appointment.CancelReason;
import org.needlepoint.scheduling.Attempts;
import org.needlepoint.scheduling.CancelAppointment;
import org.needlepoint.scheduling.CancelAppointment.Cancellation;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;

/// Cancels what is left of a series, in one transaction.
@Service
public class CancelSeries {
    private final SeriesRows rows;
    private final CancelAppointment cancelAppointment;
    private final AuditTrail audit;
    private final Attempts attempts;
    private final Clock clock;

    CancelSeries(
            SeriesRows rows, CancelAppointment cancelAppointment, AuditTrail audit, Attempts attempts, Clock clock) {
        this.rows = rows;
        this.cancelAppointment = cancelAppointment;
        this.audit = audit;
        this.attempts = attempts;
        this.clock = clock;
    }

    /// Cancels the visits that are booked and lie ahead; those that were or are under way stay as they are. The patient
    /// is told once.
    ///
    /// @return how many were cancelled; 0 when nothing was left
    public int cancelRest(PracticeId practice, SeriesId id, CancelReason reason, Actor actor) {
        return attempts.run(_ -> attempt(practice, id, reason, actor));
    }

    private Integer attempt(PracticeId practice, SeriesId id, CancelReason reason, Actor actor) {
        var series = rows.find(practice, id).orElseThrow(NotFound::new);
        var now = clock.instant();
        int cancelled = 0;
        for (var visit : rows.lockVisits(practice, id)) {
            if (visit.isAhead(now)
                    && cancelAppointment.cancel(practice, visit.id(), visit.version(), reason, actor)
                            instanceof Cancellation.Cancelled done) {
                if (cancelled > 0) {
                    rows.noteToldWithAnother(
                            practice, visit.id(), done.appointment().version());
                }
                cancelled++;
            }
        }
        if (cancelled > 0) {
            audit.append(
                    practice,
                    AuditEntry.of(actor, "cancelled", "series", id.value())
                            .about(series.patient().value()));
        }
        return cancelled;
    }
}
