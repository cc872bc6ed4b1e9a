package org.needlepoint.intake;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// A chart with the provisional patients that are linked to it: what was answered before somebody was recognised stays
/// theirs.
@Component
class Charts {
    private final Patients patients;

    Charts(Patients patients) {
        this.patients = patients;
    }

    List<UUID> with(PracticeId practice, PatientId chart) {
        var linked = patients.linkedTo(practice, chart).stream()
                .map(patient -> patient.id().value());
        return Stream.concat(Stream.of(chart.value()), linked).toList();
    }
}
