package org.needlepoint.scheduling;

import java.time.LocalTime;

/// From one local time of a day to a later one.
public record Stretch(LocalTime opens, LocalTime closes) {
    public Stretch {
        if (!closes.isAfter(opens)) {
            throw new IllegalArgumentException("closes must be after opens, was " + opens + " to " + closes);
        }
    }
}
