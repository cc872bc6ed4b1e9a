package org.needlepoint.notifications.web;

import java.util.Map;
import org.needlepoint.notifications.Outbox;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.web.TodayPanel;
import org.springframework.stereotype.Component;

/// Says on the day's page when messages do not leave; says nothing while all is well.
@Component
class MessagesPanel implements TodayPanel {
    private static final int AFTER_THE_DAY = 900;

    private final Outbox outbox;

    MessagesPanel(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public int order() {
        return AFTER_THE_DAY;
    }

    @Override
    public String template() {
        return "notifications/today :: messages";
    }

    @Override
    public Map<String, Object> model(PracticeId practice) {
        return Map.of("outbox", outbox.standing(practice));
    }
}
