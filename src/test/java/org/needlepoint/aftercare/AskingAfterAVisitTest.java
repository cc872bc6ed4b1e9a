package org.needlepoint.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.needlepoint.aftercare.CheckInRule.Due;
import org.needlepoint.aftercare.CheckInRule.Facts;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.WatchQuestion.Window;

class AskingAfterAVisitTest {
    private static final Knowledge KNOWLEDGE = Knowledge.load();

    /// Times are the clinic's local times; an empty one says that nobody asks then.
    @ParameterizedTest(name = "{0} {2} {3}: {9}")
    @CsvFileSource(resources = "/cases/check-ins.csv", numLinesToSkip = 1, delimiter = '|')
    void happens_at_these_times(
            LocalDateTime ended,
            ZoneId zone,
            String visit,
            @Nullable String hazards,
            @Nullable LocalDateTime nextVisit,
            @Nullable LocalDateTime hours,
            @Nullable LocalDateTime day1,
            @Nullable LocalDateTime day2,
            @Nullable LocalDateTime day3,
            String why) {
        var near = hazards == null ? Set.<String>of() : Set.copyOf(Arrays.asList(hazards.split(" ", -1)));
        var watched = Watch.of(KNOWLEDGE, near, Set.of("dry-needling")).windows();
        var plan = CheckInRule.plan(new Facts(
                ended.atZone(zone).toInstant(),
                zone,
                visit.equals("first"),
                visit.equals("flagged"),
                watched,
                nextVisit == null ? null : nextVisit.atZone(zone).toInstant()));
        var expected = new EnumMap<Window, LocalDateTime>(Window.class);
        put(expected, Window.HOURS, hours);
        put(expected, Window.ONE_DAY, day1);
        put(expected, Window.TWO_DAYS, day2);
        put(expected, Window.THREE_DAYS, day3);
        assertThat(local(plan, zone)).as(why).isEqualTo(expected);
    }

    private static void put(Map<Window, LocalDateTime> expected, Window window, @Nullable LocalDateTime time) {
        if (time != null) {
            expected.put(window, time);
        }
    }

    private static Map<Window, LocalDateTime> local(java.util.List<Due> plan, ZoneId zone) {
        return plan.stream().collect(Collectors.toMap(Due::window, due -> LocalDateTime.ofInstant(due.at(), zone)));
    }

    @Test
    void never_happens_at_night_nor_before_the_visit_is_half_an_hour_over_nor_out_of_order() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var zone = ZoneId.of("America/New_York");
        var start = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
        for (int i = 0; i < Integer.getInteger("needlepoint.cases", 2000); i++) {
            var ended = Instant.ofEpochSecond(start + random.nextLong(31_536_000L));
            var plan = CheckInRule.plan(new Facts(ended, zone, true, false, Set.of(), null));
            assertThat(plan).as("seed %d, ended %s", seed, ended).hasSize(4).allSatisfy(due -> {
                assertThat(due.at().atZone(zone).toLocalTime()).isBetween(LocalTime.of(8, 0), LocalTime.of(20, 59, 59));
                assertThat(due.at()).isAfterOrEqualTo(ended.plusSeconds(1800));
            });
            assertThat(plan).extracting(Due::at).isSorted();
        }
    }

    @Test
    void is_repeated_once_and_then_becomes_one_line_on_a_morning_list() {
        var zone = ZoneId.of("America/New_York");
        var asked = LocalDateTime.parse("2026-12-02T14:00").atZone(zone).toInstant();
        var again = CheckInRule.again(asked, zone);
        assertThat(LocalDateTime.ofInstant(again, zone)).isEqualTo("2026-12-02T18:00");
        assertThat(LocalDateTime.ofInstant(CheckInRule.listed(again, zone), zone))
                .isEqualTo("2026-12-03T07:00");

        var inTheEvening = LocalDateTime.parse("2026-12-02T20:30").atZone(zone).toInstant();
        var nextMorning = CheckInRule.again(inTheEvening, zone);
        assertThat(LocalDateTime.ofInstant(nextMorning, zone)).isEqualTo("2026-12-03T08:00");
        assertThat(LocalDateTime.ofInstant(CheckInRule.listed(nextMorning, zone), zone))
                .isEqualTo("2026-12-03T10:00");
    }
}
