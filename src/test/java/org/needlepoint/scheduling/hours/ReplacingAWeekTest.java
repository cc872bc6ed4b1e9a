package org.needlepoint.scheduling.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Hours that hold for a while, among those that stay.
class ReplacingAWeekTest {
    private static Period period(String from, String to) {
        return new Period(LocalDate.parse(from), to.isEmpty() ? null : LocalDate.parse(to));
    }

    @Test
    void leaves_what_comes_before_and_what_comes_after() {
        assertThat(period("2026-01-01", "").without(period("2026-07-01", "2026-07-31")))
                .isEqualTo(List.of(period("2026-01-01", "2026-06-30"), period("2026-08-01", "")));
    }

    @Test
    void until_further_notice_leaves_nothing_after() {
        assertThat(period("2026-01-01", "2026-12-31").without(period("2026-07-01", "")))
                .isEqualTo(List.of(period("2026-01-01", "2026-06-30")));
        assertThat(period("2026-07-01", "2026-12-31").without(period("2026-07-01", "")))
                .isEmpty();
    }

    @Test
    void does_not_touch_what_ended_before_or_begins_after() {
        assertThat(period("2026-01-01", "2026-06-30").without(period("2026-07-01", "")))
                .isEqualTo(List.of(period("2026-01-01", "2026-06-30")));
        assertThat(period("2026-08-01", "").without(period("2026-07-01", "2026-07-31")))
                .isEqualTo(List.of(period("2026-08-01", "")));
    }
}
