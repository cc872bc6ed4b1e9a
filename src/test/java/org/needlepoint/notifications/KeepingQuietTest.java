package org.needlepoint.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/// Rule F4: the hours in which nothing goes out that nobody has just asked for.
class KeepingQuietTest {
    private static final QuietHours NIGHT = QuietHours.USUAL;
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static ZonedDateTime at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(NEW_YORK);
    }

    @Test
    void begins_with_its_first_minute_and_ends_before_its_last() {
        assertThat(NIGHT.cover(at("2026-12-01T20:59"))).isFalse();
        assertThat(NIGHT.cover(at("2026-12-01T21:00"))).isTrue();
        assertThat(NIGHT.cover(at("2026-12-02T00:00"))).isTrue();
        assertThat(NIGHT.cover(at("2026-12-02T07:59"))).isTrue();
        assertThat(NIGHT.cover(at("2026-12-02T08:00"))).isFalse();
    }

    @Test
    void can_lie_within_one_day() {
        var siesta = new QuietHours(LocalTime.of(13, 0), LocalTime.of(16, 0));
        assertThat(siesta.cover(at("2026-12-01T12:59"))).isFalse();
        assertThat(siesta.cover(at("2026-12-01T13:00"))).isTrue();
        assertThat(siesta.cover(at("2026-12-01T16:00"))).isFalse();
        assertThat(siesta.eveningBefore(at("2026-12-01T15:00"))).isEqualTo(at("2026-12-01T12:00"));
    }

    @Test
    void has_one_evening_for_all_of_a_night() {
        var evening = at("2026-12-01T20:00");
        assertThat(NIGHT.eveningBefore(at("2026-12-01T21:00"))).isEqualTo(evening);
        assertThat(NIGHT.eveningBefore(at("2026-12-02T03:00"))).isEqualTo(evening);
        assertThat(NIGHT.eveningBefore(at("2026-12-02T07:59"))).isEqualTo(evening);
    }

    @Test
    void leaves_the_rest_of_the_day_as_it_is() {
        var noon = at("2026-12-01T12:00");
        assertThat(NIGHT.eveningBefore(noon)).isEqualTo(noon);
        assertThat(NIGHT.morningAfter(noon)).isEqualTo(noon);
    }

    @Test
    void may_be_none_at_all() {
        assertThat(QuietHours.NONE.cover(at("2026-12-01T00:00"))).isFalse();
        assertThat(QuietHours.NONE.nextNight(at("2026-12-01T00:00"))).isEmpty();
    }

    @Test
    void cannot_be_nearly_all_of_the_day() {
        assertThatThrownBy(() -> new QuietHours(LocalTime.of(9, 0), LocalTime.of(8, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16 hours");
    }

    @Test
    void is_an_hour_shorter_or_longer_on_the_nights_of_a_clock_change() {
        assertThat(Duration.between(at("2027-03-13T21:00"), NIGHT.morningAfter(at("2027-03-13T21:00"))))
                .isEqualTo(Duration.ofHours(10));
        assertThat(Duration.between(at("2027-11-06T21:00"), NIGHT.morningAfter(at("2027-11-06T21:00"))))
                .isEqualTo(Duration.ofHours(12));
    }

    /// Over all zones of the world and random hours: the morning after is not quiet and less than a day away, the
    /// evening before neither.
    @Test
    void always_has_an_evening_before_and_a_morning_after_that_are_not_quiet() {
        long seed = System.nanoTime();
        System.out.println("KeepingQuietTest seed " + seed);
        var random = new Random(seed);
        var zones = Arrays.stream(TimeZone.getAvailableIDs())
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .sorted()
                .toList();
        for (int i = 0; i < Integer.getInteger("needlepoint.cases", 200) * 20; i++) {
            var begins = LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
            var quiet = new QuietHours(begins, begins.plusMinutes(random.nextInt(14 * 60)));
            var time = Instant.parse("2020-01-01T00:00:00Z")
                    .plus(random.nextInt(60 * 24 * 365 * 20), ChronoUnit.MINUTES)
                    .atZone(ZoneId.of(zones.get(random.nextInt(zones.size()))));
            var what = quiet + " at " + time + " of seed " + seed;
            var morning = quiet.morningAfter(time);
            var evening = quiet.eveningBefore(time);
            assertThat(quiet.cover(morning)).as(what).isFalse();
            assertThat(quiet.cover(evening)).as(what).isFalse();
            assertThat(morning).as(what).isAfterOrEqualTo(time);
            assertThat(evening).as(what).isBeforeOrEqualTo(time);
            assertThat(Duration.between(evening, morning))
                    .as(what)
                    .isLessThan(Duration.ofDays(1).plusHours(2));
        }
    }
}
