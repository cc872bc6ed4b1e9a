package org.needlepoint.charting.examination;

import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// Whose chart a visit belongs to: the patient who booked, or the one they were linked to.
@Component
class ChartOfVisit {
    private final Calendar calendar;
    private final Patients patients;

    ChartOfVisit(Calendar calendar, Patients patients) {
        this.calendar = calendar;
        this.patients = patients;
    }

    /// @throws NotFound when the practice has no such visit
    PatientId of(PracticeId practice, AppointmentId visit) {
        return of(practice, calendar.find(practice, visit).orElseThrow(NotFound::new))
                .id();
    }

    Patient of(PracticeId practice, Appointment visit) {
        return patients.find(practice, visit.patient())
                .flatMap(patient -> patients.find(practice, patient.chart()))
                .orElseThrow(NotFound::new);
    }
}
