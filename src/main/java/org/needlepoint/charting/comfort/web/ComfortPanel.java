package org.needlepoint.charting.comfort.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.needlepoint.charting.comfort.BorneLastTime;
import org.needlepoint.charting.needling.SessionPanel;
import org.needlepoint.charting.needling.SessionView;
import org.needlepoint.intake.ComfortWords;
import org.needlepoint.intake.Comforts;
import org.needlepoint.practice.Practice;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// What makes needles easier for the patient, and how the last ones were borne, first of the panels of a session.
@Component
class ComfortPanel implements SessionPanel {
    private final Comforts comforts;
    private final ComfortWords words;
    private final BorneLastTime borneLastTime;

    ComfortPanel(Comforts comforts, ComfortWords words, BorneLastTime borneLastTime) {
        this.comforts = comforts;
        this.words = words;
        this.borneLastTime = borneLastTime;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String template() {
        return "charting/comfort-panel :: comfort";
    }

    @Override
    public Map<String, Object> model(Practice practice, SessionView session) {
        var locale = LocaleContextHolder.getLocale();
        var told = comforts.latest(practice.id(), session.patient());
        var model = new HashMap<String, Object>();
        model.put("comfortAsked", told.isPresent());
        model.put(
                "comfortLines",
                told.map(it -> words.lines(it.comfort(), locale)).orElse(List.of()));
        borneLastTime
                .line(practice.id(), session.patient(), session.openedAt(), practice.zone(), locale)
                .ifPresent(line -> model.put("borneLastTime", line));
        return model;
    }
}
