package org.needlepoint.charting.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A time that somebody types for what happened at a visit.
class TimeOnTheDayOfAVisitTest {
    private static final Instant NOW = Instant.parse("2026-12-02T15:00:00Z");
    private static final VisitDay TODAY = new VisitDay(LocalDate.of(2026, 12, 2), ZoneId.of("America/New_York"), NOW);

    @Test
    void is_read_in_the_zone_of_the_visit() {
        assertThat(TODAY.at("9:40")).isEqualTo("2026-12-02T14:40:00Z");
        assertThat(TODAY.at("09:40")).isEqualTo("2026-12-02T14:40:00Z");
        assertThat(TODAY.at("10:00")).isEqualTo(NOW);
    }

    @Test
    void that_is_none_or_lies_ahead_is_nothing() {
        for (var wrong : List.of("", "940", "9.40", "24:00", "9:60", "10:01")) {
            assertThat(TODAY.at(wrong)).as(wrong).isNull();
        }
    }

    @Test
    void left_empty_means_now_on_that_day_alone() {
        assertThat(TODAY.atOrNow("")).isEqualTo(NOW);
        assertThat(TODAY.atOrNow("later")).isNull();
        var dayAfter = new VisitDay(TODAY.day(), TODAY.zone(), NOW.plus(Duration.ofDays(1)));
        assertThat(dayAfter.atOrNow("")).isNull();
        assertThat(dayAfter.atOrNow("14:30")).isEqualTo("2026-12-02T19:30:00Z");
    }
}
