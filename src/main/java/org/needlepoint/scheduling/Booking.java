package org.needlepoint.scheduling;

import java.time.Instant;
import java.util.List;

/// What became of a request to book.
public sealed interface Booking {
    /// Booked.
    record Booked(Appointment appointment) implements Booking {}

    /// Refused: somebody else has that time. The nearest openings that are free, at most three.
    record Taken(List<Opening> alternatives) implements Booking {}

    /// Refused: the hold ran out then.
    record HoldExpired(Instant at) implements Booking {}

    /// Refused: the hold has become an appointment already; a hold books once.
    record HoldUsed(AppointmentId appointment, List<Opening> alternatives) implements Booking {}

    /// Refused: no such hold here.
    record UnknownHold() implements Booking {}

    /// Refused: the patient has another visit at that time.
    record PatientBusy() implements Booking {}

    /// Refused: not a time at which this service is offered, or no such service, practitioner, location or patient
    /// here.
    ///
    /// @param field `service`, `practitioner`, `location`, `start` or `patient`
    record NotOffered(String field) implements Booking {}
}
