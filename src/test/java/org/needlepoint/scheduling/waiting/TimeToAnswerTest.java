package org.needlepoint.scheduling.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.needlepoint.notifications.QuietHours;

/// Whoever is offered an opening has two hours to answer, by day.
class TimeToAnswerTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static ZonedDateTime at(String local) {
        return LocalDateTime.parse(local).atZone(NEW_YORK);
    }

    private static Optional<AnswerTime> asked(String now, String deadline) {
        return AnswerTime.of(at(now), at(deadline).toInstant(), QuietHours.USUAL);
    }

    private static Optional<AnswerTime> time(String tell, String expires) {
        return Optional.of(new AnswerTime(at(tell).toInstant(), at(expires).toInstant()));
    }

    @Test
    void is_two_hours_by_day() {
        assertThat(asked("2026-12-02T10:00", "2026-12-04T09:00"))
                .isEqualTo(time("2026-12-02T10:00", "2026-12-02T12:00"));
    }

    @Test
    void goes_on_in_the_morning_when_the_night_comes_in_between() {
        assertThat(asked("2026-12-02T20:15", "2026-12-04T09:00"))
                .isEqualTo(time("2026-12-02T20:15", "2026-12-03T09:15"));
    }

    @Test
    void begins_in_the_morning_for_what_comes_free_at_night() {
        assertThat(asked("2026-12-02T23:30", "2026-12-04T09:00"))
                .isEqualTo(time("2026-12-03T08:00", "2026-12-03T10:00"));
    }

    @Test
    void ends_when_it_would_be_too_late_to_come() {
        assertThat(asked("2026-12-02T10:00", "2026-12-02T10:40"))
                .isEqualTo(time("2026-12-02T10:00", "2026-12-02T10:40"));
    }

    @Test
    void is_not_offered_when_there_is_too_little_of_it() {
        assertThat(asked("2026-12-02T10:00", "2026-12-02T10:14")).isEmpty();
        assertThat(asked("2026-12-02T10:00", "2026-12-02T09:00")).isEmpty();
        assertThat(asked("2026-12-02T23:00", "2026-12-03T08:10")).isEmpty();
    }

    @Test
    void is_two_hours_at_any_time_where_it_is_never_quiet() {
        assertThat(AnswerTime.of(at("2026-12-02T23:30"), at("2026-12-04T09:00").toInstant(), QuietHours.NONE))
                .isEqualTo(time("2026-12-02T23:30", "2026-12-03T01:30"));
    }

    /// Whatever the hour and the quiet hours, nobody is told at night, and nobody has more than two waking hours or
    /// less than a quarter of one.
    @Test
    void never_wakes_anybody() {
        long seed = Long.getLong("needlepoint.seed", System.nanoTime());
        var random = new Random(seed);
        for (int i = 0; i < Integer.getInteger("needlepoint.cases", 200); i++) {
            var begins = LocalTime.of(18 + random.nextInt(6), random.nextInt(60));
            var ends = LocalTime.of(5 + random.nextInt(5), random.nextInt(60));
            var quiet = new QuietHours(begins, ends);
            var now = at("2026-03-01T00:00").plusMinutes(random.nextInt(60 * 24 * 40));
            var deadline = now.plusMinutes(random.nextInt(60 * 48)).toInstant();
            AnswerTime.of(now, deadline, quiet).ifPresent(time -> {
                var told = time.tellAt().atZone(NEW_YORK);
                assertThat(quiet.cover(told))
                        .as("seed %d, told at %s, quiet %s", seed, told, quiet)
                        .isFalse();
                assertThat(told).isAfterOrEqualTo(now);
                assertThat(time.expires()).isBeforeOrEqualTo(deadline);
                var awake = 0;
                for (var minute = told; minute.toInstant().isBefore(time.expires()); minute = minute.plusMinutes(1)) {
                    awake += quiet.cover(minute) ? 0 : 1;
                }
                assertThat(awake)
                        .as("seed %d, %s to %s", seed, told, time.expires())
                        .isLessThanOrEqualTo(120);
            });
        }
    }
}
