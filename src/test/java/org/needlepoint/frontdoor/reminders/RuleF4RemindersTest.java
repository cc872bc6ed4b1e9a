package org.needlepoint.frontdoor.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.needlepoint.frontdoor.reminders.ReminderRule.Due;
import org.needlepoint.frontdoor.reminders.ReminderRule.Moment;
import org.needlepoint.frontdoor.reminders.ReminderRule.Turn;
import org.needlepoint.notifications.QuietHours;

/// Rule F4: a patient is reminded 48 hours and 2 hours before a visit, never at night.
class RuleF4RemindersTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZonedDateTime LONG_AGO = local("2026-01-01T12:00");

    private static ZonedDateTime local(String time) {
        return LocalDateTime.parse(time).atZone(NEW_YORK);
    }

    private static List<ZonedDateTime> reminders(String visit, ZonedDateTime told, QuietHours quiet) {
        return ReminderRule.plan(local(visit), told.toInstant(), quiet).stream()
                .map(due -> due.at().atZone(NEW_YORK))
                .toList();
    }

    private static List<ZonedDateTime> reminders(String visit) {
        return reminders(visit, LONG_AGO, QuietHours.USUAL);
    }

    @Test
    void come_48_and_2_hours_before() {
        assertThat(reminders("2026-12-03T14:00")).containsExactly(local("2026-12-01T14:00"), local("2026-12-03T12:00"));
    }

    @Test
    void that_would_wake_somebody_come_the_evening_before() {
        assertThat(reminders("2026-12-03T09:00"))
                .as("07:00 is quiet, 09:00 two days before is not")
                .containsExactly(local("2026-12-01T09:00"), local("2026-12-02T20:00"));
        assertThat(reminders("2026-12-03T07:00"))
                .as("both are quiet")
                .containsExactly(local("2026-11-30T20:00"), local("2026-12-02T20:00"));
        assertThat(reminders("2026-12-03T22:30"))
                .as("22:30 two days before belongs to the night that begins that evening")
                .containsExactly(local("2026-12-01T20:00"), local("2026-12-03T20:30"));
    }

    @Test
    void keep_to_the_hours_that_the_practice_has_set() {
        var early = new QuietHours(LocalTime.of(18, 30), LocalTime.of(6, 30));
        assertThat(reminders("2026-12-03T08:00", LONG_AGO, early))
                .containsExactly(local("2026-12-01T08:00"), local("2026-12-02T17:30"));
        assertThat(reminders("2026-12-03T07:00", LONG_AGO, QuietHours.NONE))
                .containsExactly(local("2026-12-01T07:00"), local("2026-12-03T05:00"));
    }

    @Test
    void are_counted_on_a_stopwatch_when_the_clocks_go_forward() {
        // Sunday 14 March 2027, 02:00 to 03:00: 48 hours before Monday 10:00 it is Saturday 09:00.
        assertThat(reminders("2027-03-15T10:00")).containsExactly(local("2027-03-13T09:00"), local("2027-03-15T08:00"));
        assertThat(reminders("2027-03-14T09:30"))
                .as("07:30 on the day itself is quiet; the evening before was before the change")
                .containsExactly(local("2027-03-12T08:30"), local("2027-03-13T20:00"));
        assertThat(reminders("2027-03-15T08:30"))
                .as("an hour is missing: 48 hours before it is 07:30, and quiet")
                .containsExactly(local("2027-03-12T20:00"), local("2027-03-14T20:00"));
    }

    @Test
    void are_counted_on_a_stopwatch_when_the_clocks_go_back() {
        // Sunday 7 November 2027, 02:00 to 01:00: 48 hours before Monday 07:30 it is Saturday 08:30.
        assertThat(reminders("2027-11-08T07:30")).containsExactly(local("2027-11-06T08:30"), local("2027-11-07T20:00"));
        assertThat(reminders("2027-11-08T20:30"))
                .as("an hour comes twice: 48 hours before it is 21:30, and quiet")
                .containsExactly(local("2027-11-06T20:00"), local("2027-11-08T18:30"));
    }

    @Test
    void that_lie_in_the_past_when_a_visit_is_booked_late_are_left_out() {
        assertThat(reminders("2026-12-03T14:00", local("2026-12-02T10:00"), QuietHours.USUAL))
                .containsExactly(local("2026-12-03T12:00"));
        assertThat(reminders("2026-12-03T14:00", local("2026-12-03T12:30"), QuietHours.USUAL))
                .isEmpty();
        assertThat(reminders("2026-12-03T09:00", local("2026-12-02T22:00"), QuietHours.USUAL))
                .as("booked at night for the next morning: the evening before has passed")
                .isEmpty();
    }

    @Test
    void do_not_come_within_an_hour_of_the_news() {
        assertThat(reminders("2026-12-03T14:00", local("2026-12-01T13:30"), QuietHours.USUAL))
                .containsExactly(local("2026-12-03T12:00"));
        assertThat(reminders("2026-12-03T14:00", local("2026-12-01T13:00"), QuietHours.USUAL))
                .hasSize(2);
    }

    @Test
    void are_worth_nothing_when_the_next_one_is_due_or_the_visit_begins() {
        assertThat(ReminderRule.plan(local("2026-12-03T14:00"), LONG_AGO.toInstant(), QuietHours.USUAL))
                .containsExactly(
                        new Due(Moment.TWO_DAYS, instant("2026-12-01T14:00"), instant("2026-12-03T12:00")),
                        new Due(Moment.TWO_HOURS, instant("2026-12-03T12:00"), instant("2026-12-03T14:00")));
    }

    private static Instant instant(String time) {
        return local(time).toInstant();
    }

    private static Turn turn(String now, String until) {
        return ReminderRule.at(local(now), instant(until), QuietHours.USUAL);
    }

    @Test
    void leave_when_their_turn_has_come_and_not_after_it_becomes_quiet() {
        assertThat(turn("2026-12-01T14:00", "2026-12-03T12:00")).isEqualTo(new Turn.Send(instant("2026-12-01T21:00")));
        assertThat(turn("2026-12-03T12:00", "2026-12-03T14:00")).isEqualTo(new Turn.Send(instant("2026-12-03T14:00")));
    }

    @Test
    void wait_for_the_morning_when_nothing_ran_in_the_evening() {
        assertThat(turn("2026-12-02T22:00", "2026-12-03T09:00")).isEqualTo(new Turn.Wait(instant("2026-12-03T08:00")));
        assertThat(turn("2026-12-02T22:00", "2026-12-03T08:00"))
                .as("the visit begins when the quiet ends")
                .isEqualTo(new Turn.TooLate());
    }

    @Test
    void that_nobody_sent_in_time_are_left() {
        assertThat(turn("2026-12-03T12:00", "2026-12-03T12:00")).isEqualTo(new Turn.TooLate());
    }

    /// Over every zone of the world, ten years and random quiet hours.
    @Test
    void never_come_in_quiet_hours_nor_after_the_visit_nor_later_than_asked() {
        long seed = System.nanoTime();
        System.out.println("RuleF4RemindersTest seed " + seed);
        var random = new Random(seed);
        var zones = Arrays.stream(TimeZone.getAvailableIDs())
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .sorted()
                .toList();
        IntStream.range(0, Integer.getInteger("needlepoint.cases", 200) * 20).forEach(_ -> {
            var begins = LocalTime.of(random.nextInt(24), random.nextInt(60));
            var quiet = new QuietHours(begins, begins.plusMinutes(random.nextInt(14 * 60)));
            var visit = Instant.parse("2026-01-01T00:00:00Z")
                    .plus(random.nextInt(60 * 24 * 3650), ChronoUnit.MINUTES)
                    .atZone(ZoneId.of(zones.get(random.nextInt(zones.size()))));
            var told = visit.minusMinutes(random.nextInt(60 * 24 * 5)).toInstant();
            var what = "visit %s, told %s, %s, seed %d".formatted(visit, told, quiet, seed);
            var plan = ReminderRule.plan(visit, told, quiet);
            assertThat(plan).as(what).doesNotHaveDuplicates().allSatisfy(due -> {
                assertThat(quiet.cover(due.at().atZone(visit.getZone()))).isFalse();
                assertThat(due.at()).isAfterOrEqualTo(told.plus(Duration.ofHours(1)));
                assertThat(due.at()).isBefore(due.until());
                assertThat(due.until()).isBeforeOrEqualTo(visit.toInstant());
            });
        });
    }
}
