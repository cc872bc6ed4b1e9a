package org.needlepoint.frontdoor.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.needlepoint.practice.Practices;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.zones.RederiveTimes;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.web.TodayPanel;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Visits that lie on others since the rules of their zone changed; nothing is shown when there are none.
@Component
class CollisionsPanel implements TodayPanel {
    private final RederiveTimes rederiveTimes;
    private final Calendar calendar;
    private final Practices practices;

    CollisionsPanel(RederiveTimes rederiveTimes, Calendar calendar, Practices practices) {
        this.rederiveTimes = rederiveTimes;
        this.calendar = calendar;
        this.practices = practices;
    }

    /// A visit that collides, and when it is.
    record Colliding(String id, String when) {}

    @Override
    public int order() {
        return 4;
    }

    @Override
    public String template() {
        return "frontdoor/panels :: collisions";
    }

    @Override
    public Map<String, Object> model(PracticeId practice) {
        List<Colliding> colliding = rederiveTimes.collisions(practice).stream()
                .flatMap(visit -> colliding(practice, visit).stream())
                .toList();
        return Map.of("colliding", colliding);
    }

    private Optional<Colliding> colliding(PracticeId practice, AppointmentId id) {
        var words = Words.of(practices.find(practice).orElseThrow(NotFound::new), LocaleContextHolder.getLocale());
        return calendar.find(practice, id)
                .map(visit -> new Colliding(
                        id.toString(),
                        words.day(visit.localStart().toLocalDate()) + ", "
                                + words.time(visit.localStart().toLocalTime())));
    }
}
