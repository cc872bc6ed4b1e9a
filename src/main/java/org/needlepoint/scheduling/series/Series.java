package org.needlepoint.scheduling.series;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.ServiceId;

/// A series that was booked: what was asked for, and its visits as they stand now, by start.
public record Series(
        SeriesId id, PatientId patient, ServiceId service, Rhythm rhythm, Instant bookedAt, List<Visit> visits) {
    public Series {
        visits = List.copyOf(visits);
    }

    /// A visit of the series.
    public record Visit(
            AppointmentId id,
            Status status,
            LocalDateTime localStart,
            Instant startsAt,
            PractitionerId practitioner,
            int version) {
        /// Whether it is booked and lies ahead.
        public boolean isAhead(Instant now) {
            return status == Status.BOOKED && now.isBefore(startsAt);
        }
    }

    /// The visits that are booked and lie ahead.
    public List<Visit> ahead(Instant now) {
        return visits.stream().filter(visit -> visit.isAhead(now)).toList();
    }
}
