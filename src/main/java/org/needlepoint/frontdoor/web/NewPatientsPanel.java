package org.needlepoint.frontdoor.web;

import java.util.List;
import java.util.Map;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.Patients;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.web.TodayPanel;
import org.springframework.stereotype.Component;

/// What waits for the front desk today: guests to be confirmed.
@Component
class NewPatientsPanel implements TodayPanel {
    private static final int MOST = 50;

    private final Patients patients;

    NewPatientsPanel(Patients patients) {
        this.patients = patients;
    }

    /// Somebody to be confirmed.
    record Waiting(String id, String name) {}

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String template() {
        return "frontdoor/panels :: waiting";
    }

    @Override
    public Map<String, Object> model(PracticeId practice) {
        List<Waiting> waiting = patients.provisional(practice, MOST).stream()
                .filter(Patient::awaitsConfirmation)
                .map(patient -> new Waiting(patient.id().toString(), patient.name()))
                .toList();
        return Map.of("waiting", waiting);
    }
}
