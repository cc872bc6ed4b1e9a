package org.needlepoint.scheduling;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Hours in which a location is open on a weekday, in its local time. Practitioners' hours there are cut to them on all
/// days on which the location has any.
///
/// @param effectiveFrom first day on which they hold
/// @param effectiveTo   last day, included; null: until further notice
public record OpenHours(
        UUID location,
        DayOfWeek weekday,
        LocalTime opens,
        LocalTime closes,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo) {
    public OpenHours {
        if (!closes.isAfter(opens)) {
            throw new IllegalArgumentException("closes must be after opens, was " + opens + " to " + closes);
        }
    }

    boolean effectiveOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
    }
}
