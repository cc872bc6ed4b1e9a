package org.needlepoint.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.shared.Money;
import org.needlepoint.shared.Texts;

/// Openings on the day of every change of clocks, and on the days beside it, in every zone there is, for ten years.
class ChangingTheClocksTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2036-01-01T00:00:00Z");
    private static final List<Around> CHANGES = everyChange();
    private static final int GRID = 30;
    private static final LocalTime END = LocalTime.of(23, 59);

    private static final UUID HERE = new UUID(1, 1);
    private static final PractitionerId ROBIN = new PractitionerId(new UUID(2, 1));
    private static final ServiceId SERVICE = new ServiceId(new UUID(5, 1));
    private static final Texts LABEL = new Texts("Visit", "Visita");

    /// A day on which, or next to which, a zone changes its clocks.
    private record Around(ZoneId zone, ZoneOffsetTransition change, LocalDate day) {}

    /// Java's own: a library that reads calendar files adds some of its making, without rules.
    private static Set<String> zones() {
        var zones = new TreeSet<>(ZoneId.getAvailableZoneIds());
        zones.retainAll(Set.of(TimeZone.getAvailableIDs()));
        return zones;
    }

    private static List<Around> everyChange() {
        var days = new ArrayList<Around>();
        for (var name : zones()) {
            var zone = ZoneId.of(name);
            var rules = zone.getRules();
            for (var change = rules.nextTransition(FIRST);
                    change != null && change.getInstant().isBefore(LAST);
                    change = rules.nextTransition(change.getInstant())) {
                var from = earlier(change.getDateTimeBefore(), change.getDateTimeAfter())
                        .minusDays(1);
                var to = later(change.getDateTimeBefore(), change.getDateTimeAfter())
                        .plusDays(1);
                for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
                    days.add(new Around(zone, change, day));
                }
            }
        }
        return days;
    }

    private static LocalDate earlier(LocalDateTime one, LocalDateTime other) {
        return (one.isBefore(other) ? one : other).toLocalDate();
    }

    private static LocalDate later(LocalDateTime one, LocalDateTime other) {
        return (one.isBefore(other) ? other : one).toLocalDate();
    }

    @Test
    void comes_in_many_zones_and_thousands_of_times() {
        assertThat(CHANGES).hasSizeGreaterThan(10_000);
        assertThat(CHANGES.stream().map(Around::zone).distinct()).hasSizeGreaterThan(150);
    }

    @ParameterizedTest
    @ValueSource(strings = {"13:00", "13:05", "15:30", "18:00"})
    void never_shifts_a_schedule_that_starts_at_one_in_the_afternoon_or_later(LocalTime opens) {
        var closes = opens.plusHours(4);
        for (var around : CHANGES) {
            if (touches(around, opens, closes)) {
                continue;
            }
            var expected = new ArrayList<Instant>();
            for (int minute = 0; minute + GRID <= 240; minute += GRID) {
                expected.add(around.day()
                        .atTime(opens.plusMinutes(minute))
                        .atZone(around.zone())
                        .toInstant());
            }
            assertThat(starts(around, opens, closes, GRID)).as("%s", around).isEqualTo(expected);
        }
    }

    /// Whether the clocks change between two times of the day itself. There are such zones, in the evening.
    private static boolean touches(Around around, LocalTime opens, LocalTime closes) {
        var from = around.day().atTime(opens);
        var to = around.day().atTime(closes);
        var before = around.change().getDateTimeBefore();
        var after = around.change().getDateTimeAfter();
        return (before.isBefore(after) ? before : after).isBefore(to)
                && (before.isBefore(after) ? after : before).isAfter(from);
    }

    @Test
    void offers_each_time_that_the_wall_clock_shows_once_and_none_that_it_skips() {
        for (var around : CHANGES) {
            assertThat(starts(around, LocalTime.MIN, END, 45))
                    .as("%s", around)
                    .isEqualTo(asTheWallClockShows(around, LocalTime.MIN, END, 45));
        }
    }

    @Test
    void agrees_with_the_wall_clock_also_in_hours_that_begin_or_end_within_the_change() {
        for (var around : CHANGES) {
            var change = around.change().getDateTimeBefore().toLocalTime();
            for (var opens : List.of(change.minusMinutes(45), change.plusMinutes(20))) {
                var closes = opens.plusHours(3);
                if (closes.isAfter(opens)) {
                    assertThat(starts(around, opens, closes, GRID))
                            .as("%s from %s to %s", around, opens, closes)
                            .isEqualTo(asTheWallClockShows(around, opens, closes, GRID));
                }
            }
        }
    }

    /// Starts, in order: those grid times that exist, the first time that they do, from which the clock shows
    /// times of the hours for as many minutes as the visit lasts.
    private static List<Instant> asTheWallClockShows(Around around, LocalTime opens, LocalTime closes, int minutes) {
        var starts = new ArrayList<Instant>();
        int length = (closes.toSecondOfDay() - opens.toSecondOfDay()) / 60;
        for (int minute = 0; minute < length; minute += GRID) {
            var local = around.day().atTime(opens.plusMinutes(minute));
            var offsets = around.zone().getRules().getValidOffsets(local);
            if (!offsets.isEmpty() && fits(local.toInstant(offsets.getFirst()), around, opens, closes, minutes)) {
                starts.add(local.toInstant(offsets.getFirst()));
            }
        }
        starts.sort(null);
        return starts;
    }

    private static boolean fits(Instant start, Around around, LocalTime opens, LocalTime closes, int minutes) {
        for (int minute = 0; minute < minutes; minute++) {
            var shown = start.plusSeconds(minute * 60L).atZone(around.zone()).toLocalDateTime();
            if (!shown.toLocalDate().equals(around.day())
                    || shown.toLocalTime().isBefore(opens)
                    || !shown.toLocalTime().isBefore(closes)) {
                return false;
            }
        }
        return true;
    }

    private static List<Instant> starts(Around around, LocalTime opens, LocalTime closes, int minutes) {
        return Openings.of(question(around, opens, closes, minutes)).stream()
                .map(slot -> {
                    assertThat(slot.end() - slot.start()).isEqualTo(minutes * 60L);
                    return Instant.ofEpochSecond(slot.start());
                })
                .toList();
    }

    /// The one place that knows how a question is put: Robin works every day from opens to closes, and it is two days
    /// before.
    private static Openings.Question question(Around around, LocalTime opens, LocalTime closes, int minutes) {
        var service = new Service(
                SERVICE,
                LABEL,
                LABEL,
                List.of(Segment.handsOn(minutes)),
                Modality.PHONE,
                Audience.BOTH,
                false,
                new Money(0, Currency.getInstance("USD")),
                GRID,
                0,
                30,
                24,
                1,
                Demands.NONE,
                true,
                0);
        var hours = Arrays.stream(DayOfWeek.values())
                .map(day -> new WorkingHours(ROBIN, HERE, day, opens, closes, LocalDate.EPOCH, null))
                .toList();
        return new Openings.Question(
                service,
                List.of(new Offer(SERVICE, ROBIN, HERE)),
                hours,
                List.of(),
                List.of(),
                List.of(),
                Map.of(HERE, around.zone()),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                null,
                around.day(),
                around.day(),
                around.day().minusDays(2).atStartOfDay(around.zone()).toInstant(),
                0);
    }
}
