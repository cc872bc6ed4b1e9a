package org.needlepoint.charting.examination.web;

import java.util.HashMap;
import java.util.Map;
import org.needlepoint.charting.examination.TakeMeasures;
import org.needlepoint.charting.examination.TargetWords;
import org.needlepoint.charting.examination.Targets;
import org.needlepoint.charting.needling.SessionPanel;
import org.needlepoint.charting.needling.SessionView;
import org.needlepoint.practice.Practice;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// The targets of the visit on the page of its session, with any red sign above them, and the way to measure
/// again after the needles.
@Component
class ExaminationPanel implements SessionPanel {
    private final Targets targets;
    private final TakeMeasures takeMeasures;
    private final TargetWords words;
    private final RedModel red;

    ExaminationPanel(Targets targets, TakeMeasures takeMeasures, TargetWords words, RedModel red) {
        this.targets = targets;
        this.takeMeasures = takeMeasures;
        this.words = words;
        this.red = red;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String template() {
        return "examination/panel :: panel";
    }

    /// A target in words.
    record Line(String label, String because) {}

    @Override
    public Map<String, Object> model(Practice practice, SessionView session) {
        var locale = LocaleContextHolder.getLocale();
        var model = new HashMap<String, Object>();
        model.put("examinedVisit", session.visit().toString());
        model.put(
                "examinedTargets",
                targets.of(practice.id(), session.visit()).stream()
                        .map(target -> new Line(words.label(target, locale), words.because(target.because(), locale)))
                        .toList());
        model.put("examinedRed", red.red(takeMeasures.of(practice.id(), session.visit()), locale));
        return model;
    }
}
