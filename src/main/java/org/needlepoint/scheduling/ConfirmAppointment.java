package org.needlepoint.scheduling;

import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.transaction.annotation.Transactional;

/// Notes that a patient said they are coming. It holds for the time that the visit had: a visit that is moved is not
/// confirmed any more.
@org.springframework.stereotype.Service
public class ConfirmAppointment {
    /// What came of it.
    public sealed interface Confirmation {
        /// Confirmed now, or before.
        record Confirmed(Appointment appointment) implements Confirmation {}

        /// Refused: only a visit that is booked and lies ahead is confirmed.
        record NotConfirmable(Appointment appointment) implements Confirmation {}

        /// Refused: the visit was changed meanwhile; this is how it stands now.
        record ChangedMeanwhile(Appointment now) implements Confirmation {}
    }

    private final Appointments appointments;
    private final AuditTrail audit;
    private final Clock clock;

    ConfirmAppointment(Appointments appointments, AuditTrail audit, Clock clock) {
        this.appointments = appointments;
        this.audit = audit;
        this.clock = clock;
    }

    /// Confirms a visit.
    ///
    /// @param version the version that the form carried, so that nobody confirms a time they have not read
    @Transactional
    public Confirmation confirm(PracticeId practice, AppointmentId id, int version, Actor actor) {
        var visit = appointments.lock(practice, id).orElseThrow(NotFound::new);
        var now = clock.instant();
        if (!visit.canChange(now)) {
            return new Confirmation.NotConfirmable(visit);
        }
        if (isConfirmed(practice, id)) {
            return new Confirmation.Confirmed(visit);
        }
        if (visit.version() != version) {
            return new Confirmation.ChangedMeanwhile(visit);
        }
        var confirmed = appointments.confirm(practice, id, now, actor);
        audit.append(
                practice,
                AuditEntry.of(actor, "confirmed", "appointment", id.value())
                        .about(visit.patient().value())
                        .during(id.value()));
        return new Confirmation.Confirmed(confirmed);
    }

    /// Whether the patient said that they are coming at the time the visit has now.
    @Transactional(readOnly = true)
    public boolean isConfirmed(PracticeId practice, AppointmentId id) {
        return !confirmed(practice, Set.of(id)).isEmpty();
    }

    /// Those of some visits that are confirmed.
    @Transactional(readOnly = true)
    public Set<AppointmentId> confirmed(PracticeId practice, Collection<AppointmentId> of) {
        return appointments.confirmed(practice, of);
    }
}
