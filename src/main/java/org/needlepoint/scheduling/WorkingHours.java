package org.needlepoint.scheduling;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;

/// Hours that a practitioner works at a location on a weekday, in the location's local time.
///
/// @param effectiveFrom first day on which they hold
/// @param effectiveTo   last day, included; null: until further notice
public record WorkingHours(
        PractitionerId practitioner,
        UUID location,
        DayOfWeek weekday,
        LocalTime opens,
        LocalTime closes,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo) {
    public WorkingHours {
        if (!closes.isAfter(opens)) {
            throw new IllegalArgumentException("closes must be after opens, was " + opens + " to " + closes);
        }
    }

    boolean holdOn(LocalDate day) {
        return day.getDayOfWeek() == weekday
                && !day.isBefore(effectiveFrom)
                && (effectiveTo == null || !day.isAfter(effectiveTo));
    }
}
