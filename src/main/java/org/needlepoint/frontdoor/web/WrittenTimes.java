package org.needlepoint.frontdoor.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/// Writes many times as [DateTimeFormatter#ISO_OFFSET_DATE_TIME] does. Thousands of openings share some days and some
/// times of day, so each of these is formatted once.
final class WrittenTimes {
    private final Map<LocalDate, String> days = new HashMap<>();
    private final Map<LocalTime, String> times = new HashMap<>();

    /// Such as `2026-12-07T09:00:00-05:00`.
    String of(ZonedDateTime time) {
        return days.computeIfAbsent(time.toLocalDate(), DateTimeFormatter.ISO_LOCAL_DATE::format)
                + "T"
                + times.computeIfAbsent(time.toLocalTime(), DateTimeFormatter.ISO_LOCAL_TIME::format)
                + time.getOffset().getId();
    }
}
