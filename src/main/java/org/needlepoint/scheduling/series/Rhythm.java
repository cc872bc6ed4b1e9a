package org.needlepoint.scheduling.series;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// When the visits of a series are wanted, such as "twice a week for three weeks, Tuesdays and Thursdays after 16:00".
///
/// @param first      the first day that may have a visit; weeks count from it
/// @param weeks      how long it goes on, 1..52
/// @param everyWeeks 1 for every week, 2 for every other, 1..8
/// @param weekdays   one or more
/// @param earliest   no visit starts before this local time
/// @param latest     nor after this one
/// @param daysApart  least days from one visit to the next, as the protocol asks, 1..28
public record Rhythm(
        LocalDate first,
        int weeks,
        int everyWeeks,
        Set<DayOfWeek> weekdays,
        LocalTime earliest,
        LocalTime latest,
        int daysApart) {
    /// The longest series.
    public static final int MOST_WEEKS = 52;

    /// The widest gap between weeks with visits.
    public static final int MOST_WEEKS_BETWEEN = 8;

    /// The most days that a protocol may ask for between visits.
    public static final int MOST_DAYS_APART = 28;

    /// How many visits one series may have.
    public static final int MOST_VISITS = 2 * MOST_WEEKS;

    public Rhythm {
        weekdays = Set.copyOf(weekdays);
        within("weeks", weeks, MOST_WEEKS);
        within("everyWeeks", everyWeeks, MOST_WEEKS_BETWEEN);
        within("daysApart", daysApart, MOST_DAYS_APART);
        if (weekdays.isEmpty()) {
            throw new IllegalArgumentException("a rhythm has at least one weekday");
        }
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException("latest must not be before earliest, was " + earliest + " to " + latest);
        }
    }

    private static void within(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " must be 1.." + most + ", was " + value);
        }
    }

    /// The days that want a visit, in order.
    public List<LocalDate> days() {
        return IntStream.iterate(0, week -> week < weeks, week -> week + everyWeeks)
                .mapToObj(first::plusWeeks)
                .flatMap(week -> Stream.iterate(week, day -> day.plusDays(1)).limit(7))
                .filter(day -> weekdays.contains(day.getDayOfWeek()))
                .toList();
    }

    /// The fewest days between two visits of the rhythm itself; empty when it has fewer than two.
    public OptionalInt closest() {
        var days = days();
        return IntStream.range(1, days.size())
                .map(at -> (int) ChronoUnit.DAYS.between(days.get(at - 1), days.get(at)))
                .min();
    }

    /// Whether the rhythm itself keeps the days apart that it asks for.
    public boolean keepsApart() {
        return closest().orElse(daysApart) >= daysApart;
    }

    boolean wants(LocalTime start) {
        return !start.isBefore(earliest) && !start.isAfter(latest);
    }

    boolean keepsApart(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other)) >= daysApart;
    }
}
