package org.needlepoint.frontdoor.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;

/// Four weeks of days, each with how many openings it has, as a table begins: at the reader's first day of the week.
///
/// @param weekdays the head of the table
/// @param weeks    a list of seven days each
record DaysAtAGlance(List<Weekday> weekdays, List<List<Day>> weeks) {
    private static final int WEEKS = 4;
    private static final int DAYS = 7;

    /// A column's head.
    record Weekday(String brief, String words) {}

    /// A day.
    ///
    /// @param date   as a form sends it: `2026-12-01`
    /// @param brief  the day of the month, with the month where it begins: "1 Dec" or "2"
    /// @param words  weekday, date and number of openings, for those who hear it
    /// @param count  how many openings, 0 for none
    /// @param listed whether its times stand on the page
    /// @param beyond whether it cannot be booked yet, or no longer
    record Day(String date, String brief, String words, long count, boolean listed, boolean beyond) {}

    /// The day with which the table begins that holds a day.
    static LocalDate start(LocalDate shown, Words words) {
        return shown.with(
                TemporalAdjusters.previousOrSame(WeekFields.of(words.locale()).getFirstDayOfWeek()));
    }

    /// @param first  the first day of the list beside it
    /// @param counts openings by day, days without left out
    /// @param listed the days whose times stand on the page
    /// @param from   the first day that can be booked
    /// @param to     the last day that can be booked
    static DaysAtAGlance of(
            LocalDate first,
            Map<LocalDate, Long> counts,
            List<LocalDate> listed,
            LocalDate from,
            LocalDate to,
            Words words,
            MessageSource messages) {
        var start = start(first, words);
        return new DaysAtAGlance(
                IntStream.range(0, DAYS)
                        .mapToObj(start::plusDays)
                        .map(LocalDate::getDayOfWeek)
                        .map(day -> weekday(day, words))
                        .toList(),
                IntStream.range(0, WEEKS)
                        .mapToObj(week -> IntStream.range(0, DAYS)
                                .mapToObj(day -> start.plusDays(week * (long) DAYS + day))
                                .map(date -> {
                                    long count = Optional.ofNullable(counts.get(date))
                                            .orElse(0L);
                                    return new Day(
                                            date.toString(),
                                            brief(date, start, words),
                                            messages.getMessage(
                                                    "frontdoor.glance.day",
                                                    new Object[] {words.day(date), count},
                                                    words.locale()),
                                            count,
                                            listed.contains(date),
                                            date.isBefore(from) || date.isAfter(to));
                                })
                                .toList())
                        .toList());
    }

    private static Weekday weekday(DayOfWeek day, Words words) {
        return new Weekday(day.getDisplayName(TextStyle.SHORT_STANDALONE, words.locale()), words.weekday(day));
    }

    private static String brief(LocalDate date, LocalDate start, Words words) {
        return date.getDayOfMonth() == 1 || date.equals(start)
                ? words.dayAndMonth(date)
                : Integer.toString(date.getDayOfMonth());
    }
}
