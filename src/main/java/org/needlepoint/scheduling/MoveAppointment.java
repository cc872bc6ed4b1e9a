package org.needlepoint.scheduling;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.shared.PracticeId;

/// Moves a booked visit to another time, practitioner or location; never leaves it without a time in between.
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

    /// Moves a visit.
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
        throw new UnsupportedOperationException();
    }
}
