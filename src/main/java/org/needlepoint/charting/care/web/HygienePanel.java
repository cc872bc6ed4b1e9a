package org.needlepoint.charting.care.web;

import java.util.Map;
import org.needlepoint.charting.care.CareEntries;
import org.needlepoint.charting.care.CareEvent.Hygiene;
import org.needlepoint.charting.care.RecordCare;
import org.needlepoint.charting.needling.SessionPanel;
import org.needlepoint.charting.needling.SessionView;
import org.needlepoint.practice.Practice;
import org.springframework.stereotype.Component;

/// Infection control on the page of a session: one tap when all was done as usual; and the way to what comes after the
/// needle.
@Component
class HygienePanel implements SessionPanel {
    private final CareEntries entries;
    private final RecordCare recordCare;

    HygienePanel(CareEntries entries, RecordCare recordCare) {
        this.entries = entries;
        this.recordCare = recordCare;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String template() {
        return "charting/care-panel :: hygiene";
    }

    @Override
    public Map<String, Object> model(Practice practice, SessionView session) {
        var care = entries.ofVisit(practice.id(), session.visit());
        return Map.of(
                "careVisit", session.visit().toString(),
                "careMinutes", care.totalMinutes(),
                "careReactions", care.reactions().size(),
                "hygieneRecorded", care.hygiene().isPresent(),
                "hygieneComplete", care.hygiene().map(Hygiene::isComplete).orElse(false),
                "careAllergic", recordCare.mayBeAllergic(practice.id(), session.patient()));
    }
}
