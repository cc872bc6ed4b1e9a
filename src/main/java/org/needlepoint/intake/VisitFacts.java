package org.needlepoint.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.patients.PatientId;
import org.needlepoint.shared.Texts;

/// What screening, education and consent have to know of a visit.
///
/// @param visit     the appointment's id
/// @param chart     the chart to write in: of a linked provisional patient, the chart it is linked to
/// @param service   the service's name
/// @param start     in the zone of the place
/// @param place     where, in words
/// @param location  where, by id
/// @param hands     who is to treat
/// @param zones     ids of the zones that the patient painted, worst first; may be empty
/// @param needling  whether the service can bring needles
/// @param returning whether the patient has been here before
/// @param begun     when its session of needling was opened; null while there is none
public record VisitFacts(
        UUID visit,
        PatientId chart,
        Texts service,
        ZonedDateTime start,
        String place,
        UUID location,
        PractitionerId hands,
        List<String> zones,
        boolean needling,
        boolean returning,
        @Nullable Instant begun) {
    public VisitFacts {
        zones = List.copyOf(zones);
    }

    /// The day of the visit, where it takes place.
    public LocalDate day() {
        return start.toLocalDate();
    }
}
