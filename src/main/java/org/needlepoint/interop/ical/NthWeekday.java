package org.needlepoint.interop.ical;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// A day that comes once a year: the second Sunday in March, the last Sunday in October.
///
/// @param nth   1..4, or -1 for the last of the month
/// @param month 1..12
record NthWeekday(int nth, DayOfWeek day, int month) {
    private static final int LAST = -1;

    /// What dates of successive years have in common; empty when they are not all the same weekday of the same
    /// month, the nth or the last, at the same time of day.
    static Optional<NthWeekday> of(List<LocalDateTime> dates) {
        var first = dates.getFirst();
        boolean alike = dates.stream()
                .allMatch(date -> date.getMonth() == first.getMonth()
                        && date.getDayOfWeek() == first.getDayOfWeek()
                        && date.toLocalTime().equals(first.toLocalTime()));
        if (!alike) {
            return Optional.empty();
        }
        if (same(dates, NthWeekday::fromTheStart) && fromTheStart(first) <= 4) {
            return Optional.of(new NthWeekday(fromTheStart(first), first.getDayOfWeek(), first.getMonthValue()));
        }
        return dates.stream().allMatch(NthWeekday::isLast)
                ? Optional.of(new NthWeekday(LAST, first.getDayOfWeek(), first.getMonthValue()))
                : Optional.empty();
    }

    private static boolean same(List<LocalDateTime> dates, ToIntFunction<LocalDateTime> count) {
        return dates.stream().mapToInt(count).distinct().count() == 1;
    }

    private static int fromTheStart(LocalDateTime date) {
        return (date.getDayOfMonth() + 6) / 7;
    }

    private static boolean isLast(LocalDateTime date) {
        return date.plusDays(7).getMonth() != date.getMonth();
    }

    /// As RFC 5545 writes it: `FREQ=YEARLY;BYMONTH=3;BYDAY=2SU`.
    String rule() {
        return "FREQ=YEARLY;BYMONTH=" + month + ";BYDAY=" + nth + day.name().substring(0, 2);
    }
}
