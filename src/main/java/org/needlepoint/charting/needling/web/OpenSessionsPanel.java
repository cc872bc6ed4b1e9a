package org.needlepoint.charting.needling.web;

import java.util.List;
import java.util.Map;
import org.needlepoint.charting.ledger.Session;
import org.needlepoint.charting.ledger.Standing;
import org.needlepoint.charting.needling.OpenSessions;
import org.needlepoint.charting.needling.SessionView;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.Patients;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.web.TodayPanel;
import org.springframework.stereotype.Component;

/// Sessions that somebody has to finish: before anything but danger.
@Component
class OpenSessionsPanel implements TodayPanel {
    private final OpenSessions sessions;
    private final Patients patients;

    OpenSessionsPanel(OpenSessions sessions, Patients patients) {
        this.sessions = sessions;
        this.patients = patients;
    }

    /// A session of the list.
    ///
    /// @param state `needles-in`, `to-count`, `missing`, `reopened` or `retained`
    record Line(String id, String patient, String state, int needles, boolean urgent) {}

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String template() {
        return "charting/today :: sessions";
    }

    @Override
    public Map<String, Object> model(PracticeId practice) {
        List<Line> lines = sessions.list(practice).stream()
                .map(view -> line(practice, view))
                .toList();
        return Map.of("openSessions", lines);
    }

    private Line line(PracticeId practice, SessionView view) {
        var state = view.state();
        var patient = patients.find(practice, view.patient()).map(Patient::name).orElse("");
        var id = view.id().toString();
        if (state.standing() == Standing.CLOSED_WITH_RETAINED) {
            return new Line(id, patient, "retained", state.retained().size(), true);
        }
        if (state.standing() == Standing.REOPENED) {
            return new Line(id, patient, "reopened", unsettled(state), true);
        }
        if (!state.missing().isEmpty()) {
            return new Line(id, patient, "missing", state.missing().size(), true);
        }
        int inSitu = state.inSitu().size();
        return inSitu > 0
                ? new Line(id, patient, "needles-in", inSitu, false)
                : new Line(id, patient, "to-count", state.used(), false);
    }

    private static int unsettled(Session state) {
        return state.used() - state.out();
    }
}
