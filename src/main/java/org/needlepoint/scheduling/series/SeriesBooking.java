package org.needlepoint.scheduling.series;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Booking;

/// What became of a request to book a series.
public sealed interface SeriesBooking {
    /// A time that was chosen.
    record Wanted(PractitionerId practitioner, UUID location, Instant start) {}

    /// All are booked, by start.
    record Booked(SeriesId id, List<Appointment> visits) implements SeriesBooking {}

    /// Refused: this one cannot be booked, so none is.
    record Refused(Wanted visit, Booking why) implements SeriesBooking {}

    /// Refused: visits on these two days, of which the patient may have one already, lie closer than the protocol asks;
    /// none is booked.
    record TooClose(LocalDate one, LocalDate other) implements SeriesBooking {}

    /// Refused: no time was chosen.
    record NoneChosen() implements SeriesBooking {}
}
