package org.needlepoint.charting.room.web;

import java.util.Map;
import org.needlepoint.charting.room.WaitingSupervisions;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.web.TodayPanel;
import org.springframework.stereotype.Component;

/// Supervisions that a supervisor has to confirm before the trainee needles.
@Component
class SupervisionsPanel implements TodayPanel {
    private final WaitingSupervisions waiting;

    SupervisionsPanel(WaitingSupervisions waiting) {
        this.waiting = waiting;
    }

    @Override
    public int order() {
        return 6;
    }

    @Override
    public String template() {
        return "charting/supervisions-panel :: waiting";
    }

    @Override
    public Map<String, Object> model(PracticeId practice) {
        return Map.of("waitingSupervisions", waiting.list(practice));
    }
}
