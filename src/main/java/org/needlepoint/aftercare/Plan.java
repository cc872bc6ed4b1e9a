package org.needlepoint.aftercare;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.needlepoint.patients.PatientId;

/// What follows one visit with needles.
///
/// @param visit      the appointment's id
/// @param patient    the chart
/// @param endedAt    the end of the needling: hours are counted from here
/// @param zone       of the practice
/// @param hazards    ids of what lies near the needled muscles, by the edition of `knowledge`
/// @param techniques such as `dry-needling`
public record Plan(
        PlanId id,
        UUID visit,
        PatientId patient,
        Instant endedAt,
        ZoneId zone,
        boolean firstVisit,
        boolean flagged,
        Set<String> hazards,
        Set<String> techniques,
        String knowledge) {
    public Plan {
        hazards = Set.copyOf(hazards);
        techniques = Set.copyOf(techniques);
    }
}
