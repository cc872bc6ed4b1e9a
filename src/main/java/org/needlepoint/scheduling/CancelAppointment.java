package org.needlepoint.scheduling;

import java.util.List;
import org.needlepoint.audit.Actor;
import org.needlepoint.scheduling.Appointment.CancelReason;
import org.needlepoint.shared.PracticeId;

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

    /// Cancels a visit.
    ///
    /// @param version the version that the form carried
    public Cancellation cancel(PracticeId practice, AppointmentId id, int version, CancelReason reason, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /// Takes a cancellation back.
    public Restoration restore(PracticeId practice, AppointmentId id, Actor actor) {
        throw new UnsupportedOperationException();
    }
}
