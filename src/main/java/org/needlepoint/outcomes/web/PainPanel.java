package org.needlepoint.outcomes.web;

import java.util.HashMap;
import java.util.Map;
import org.needlepoint.charting.needling.SessionPanel;
import org.needlepoint.charting.needling.SessionView;
import org.needlepoint.outcomes.Course.Occasion;
import org.needlepoint.outcomes.Moment;
import org.needlepoint.outcomes.Scores;
import org.needlepoint.practice.Practice;
import org.springframework.stereotype.Component;

/// Pain before and after, on the page of a session: a tap each.
@Component
class PainPanel implements SessionPanel {
    private final Scores scores;

    PainPanel(Scores scores) {
        this.scores = scores;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String template() {
        return "outcomes/session :: pain";
    }

    @Override
    public Map<String, Object> model(Practice practice, SessionView session) {
        var visit = session.visit().value();
        var course = scores.ofVisit(practice.id(), session.patient(), visit);
        var model = new HashMap<String, Object>();
        model.put("painPatient", session.patient().toString());
        model.put("painVisit", visit.toString());
        model.put("painSession", session.id().toString());
        course.of(visit, Moment.BEFORE).map(Occasion::now).ifPresent(nprs -> model.put("painBefore", nprs));
        course.of(visit, Moment.BEFORE).map(Occasion::worst).ifPresent(nprs -> model.put("painWorst", nprs));
        course.of(visit, Moment.AFTER).map(Occasion::now).ifPresent(nprs -> model.put("painAfter", nprs));
        return model;
    }
}
