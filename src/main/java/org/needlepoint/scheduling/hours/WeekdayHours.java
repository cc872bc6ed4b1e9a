package org.needlepoint.scheduling.hours;

import java.time.DayOfWeek;
import java.time.LocalTime;

/// From one local time to a later one on every such weekday.
public record WeekdayHours(DayOfWeek weekday, LocalTime opens, LocalTime closes) {
    public WeekdayHours {
        if (!closes.isAfter(opens)) {
            throw new IllegalArgumentException("closes must be after opens, was " + opens + " to " + closes);
        }
    }

    /// Whether both share a minute of the same weekday; hours that touch do not.
    public boolean overlaps(WeekdayHours other) {
        return weekday == other.weekday && opens.isBefore(other.closes) && other.opens.isBefore(closes);
    }
}
