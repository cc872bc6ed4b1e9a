package org.needlepoint.scheduling.zones;

import org.needlepoint.database.PracticeScope;
import org.needlepoint.practice.PracticeDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Looks after every start whether the zone rules have changed since the last: they come with the JDK.
@Component
class RederiveAtStart {
    private static final Logger LOG = LoggerFactory.getLogger(RederiveAtStart.class);

    private final PracticeDirectory practices;
    private final RederiveTimes rederiveTimes;

    RederiveAtStart(PracticeDirectory practices, RederiveTimes rederiveTimes) {
        this.practices = practices;
        this.rederiveTimes = rederiveTimes;
    }

    @EventListener(ApplicationReadyEvent.class)
    void look() {
        for (var practice : practices.all()) {
            var changed = PracticeScope.in(practice, () -> rederiveTimes.underNewRules(practice));
            if (!changed.isEmpty()) {
                LOG.warn(
                        "zone rules {} moved {} booked visits of practice {}, {} collide",
                        RederiveTimes.rules(),
                        changed.size(),
                        practice,
                        PracticeScope.in(
                                practice,
                                () -> rederiveTimes.collisions(practice).size()));
            }
        }
    }
}
