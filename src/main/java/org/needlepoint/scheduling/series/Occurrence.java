package org.needlepoint.scheduling.series;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.needlepoint.scheduling.Opening;
import org.needlepoint.shared.Texts;

/// One visit of a proposed series.
public sealed interface Occurrence {
    /// The day on which the rhythm asks for it.
    LocalDate day();

    /// Free at the series' usual time.
    record Fits(LocalDate day, Opening opening) implements Occurrence {}

    /// The usual time is not free that day; another one within the hours asked for is.
    ///
    /// @param alternatives other openings that are free and keep the days apart, nearest day first, at most three
    record Shifted(LocalDate day, Opening opening, List<Opening> alternatives) implements Occurrence {}

    /// Nothing is free that day within the hours asked for.
    ///
    /// @param alternatives openings that are free and keep the days apart, nearest day first, at most three
    record Collides(LocalDate day, Why why, List<Opening> alternatives) implements Occurrence {}

    /// What stands in the way on a day.
    sealed interface Why {
        /// All is taken, or nobody works in those hours.
        record NothingFree() implements Why {}

        /// The practice, the location or the practitioner is away.
        ///
        /// @param label what for, as the public site says it
        record Closed(Texts label) implements Why {}

        /// It could be booked, but the patient has another visit at that time.
        record PatientBusy(LocalDateTime visit) implements Why {}

        /// The patient has a visit of this service within the days that must lie between.
        record TooClose(LocalDate visit) implements Why {}

        /// The service is not yet booked so far ahead.
        record BeyondHorizon(LocalDate last) implements Why {}
    }
}
