package org.needlepoint.scheduling;

import java.time.DayOfWeek;
import java.time.LocalTime;

/// A stretch of a weekday, in the location's local time, in which a service may be booked by new patients, by returning
/// ones, or by both. The whole visit lies in it.
public record ServiceWindow(
        ServiceId service, Audience audience, DayOfWeek weekday, LocalTime opens, LocalTime closes) {
    public ServiceWindow {
        if (!closes.isAfter(opens)) {
            throw new IllegalArgumentException("closes must be after opens, was " + opens + " to " + closes);
        }
    }
}
