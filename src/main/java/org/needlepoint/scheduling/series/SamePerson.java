package org.needlepoint.scheduling.series;

import java.util.List;
import java.util.stream.Stream;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// Under which ids a person has visits: their chart's, and those of the guests who were linked to it.
@Component
class SamePerson {
    private final Patients patients;

    SamePerson(Patients patients) {
        this.patients = patients;
    }

    List<PatientId> of(PracticeId practice, Patient patient) {
        return Stream.concat(
                        Stream.of(patient.id(), patient.chart()),
                        patients.linkedTo(practice, patient.chart()).stream().map(Patient::id))
                .distinct()
                .toList();
    }
}
