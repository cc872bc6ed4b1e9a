package org.needlepoint.aftercare.web;

import java.util.Map;
import org.needlepoint.aftercare.Concerns;
import org.needlepoint.practice.Practices;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.web.TodayPanel;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Answers that mean danger: before everything else of the day.
@Component
class ConcernsPanel implements TodayPanel {
    private final Concerns concerns;
    private final Practices practices;
    private final ConcernWords words;

    ConcernsPanel(Concerns concerns, Practices practices, ConcernWords words) {
        this.concerns = concerns;
        this.practices = practices;
        this.words = words;
    }

    @Override
    public int order() {
        return -100;
    }

    @Override
    public String template() {
        return "aftercare/today :: concerns";
    }

    @Override
    public Map<String, Object> model(PracticeId practice) {
        var of = practices.find(practice).orElseThrow(NotFound::new);
        return Map.of(
                "concerns",
                concerns.open(practice).stream()
                        .map(concern -> words.line(of, concern, LocaleContextHolder.getLocale()))
                        .toList());
    }
}
