package org.needlepoint.charting.note;

import java.util.Optional;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds what stands above a note.
@Component
class NoteHeads {
    private final Calendar calendar;
    private final Patients patients;
    private final Practitioners practitioners;

    NoteHeads(Calendar calendar, Patients patients, Practitioners practitioners) {
        this.calendar = calendar;
        this.patients = patients;
        this.practitioners = practitioners;
    }

    /// Empty when the practice has no such visit.
    @Transactional(readOnly = true)
    public Optional<NoteHead> of(Practice practice, AppointmentId id) {
        return calendar.find(practice.id(), id)
                .flatMap(visit -> patients.find(practice.id(), visit.patient())
                        .flatMap(patient -> patients.find(practice.id(), patient.chart()))
                        .map(chart -> new NoteHead(
                                visit,
                                chart,
                                practitioners
                                        .find(practice.id(), visit.practitioner())
                                        .map(Practitioner::titledName)
                                        .orElse(""),
                                practice.locations().stream()
                                        .filter(location -> location.id().equals(visit.location()))
                                        .findFirst()
                                        .map(Practice.Location::name)
                                        .orElse(practice.name()))));
    }
}
