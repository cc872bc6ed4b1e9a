package org.needlepoint.charting.medication.web;

import java.util.List;
import java.util.Map;
import org.needlepoint.charting.medication.MedicationRequests;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.Patients;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.web.TodayPanel;
import org.springframework.stereotype.Component;

/// Requests for a medicine that wait for somebody who may prescribe.
@Component
class MedicationPanel implements TodayPanel {
    private final MedicationRequests requests;
    private final Patients patients;

    MedicationPanel(MedicationRequests requests, Patients patients) {
        this.requests = requests;
        this.patients = patients;
    }

    /// A request of the list; what is asked for stands on its page alone.
    record Line(String visit, String patient) {}

    @Override
    public int order() {
        return 35;
    }

    @Override
    public String template() {
        return "charting/medication-panel :: requests";
    }

    @Override
    public Map<String, Object> model(PracticeId practice) {
        List<Line> lines = requests.open(practice).stream()
                .map(request -> new Line(
                        request.visit().toString(),
                        patients.find(practice, request.patient())
                                .map(Patient::name)
                                .orElse("")))
                .toList();
        return Map.of("medicationRequests", lines);
    }
}
