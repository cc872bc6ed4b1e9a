package org.needlepoint.charting.note;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.needlepoint.scheduling.Appointment;

/// The day of a visit: what happened on it is typed with its time alone, and nothing lies ahead of now.
///
/// @param day  in `zone`
/// @param zone of the visit
public record VisitDay(LocalDate day, ZoneId zone, Instant now) {
    /// The day on which a visit begins.
    public static VisitDay of(Appointment visit, Instant now) {
        return new VisitDay(visit.localStart().toLocalDate(), visit.zone(), now);
    }

    /// A time such as 9:05 or 14:30; null for anything else and for what lies ahead.
    public @Nullable Instant at(String typed) {
        if (!typed.matches("([01]?\\d|2[0-3]):[0-5]\\d")) {
            return null;
        }
        var time = LocalTime.parse(typed.length() == 4 ? "0" + typed : typed);
        var at = day.atTime(time).atZone(zone).toInstant();
        return at.isAfter(now) ? null : at;
    }

    /// The same, where nothing typed means now; null for nothing typed on another day.
    public @Nullable Instant atOrNow(String typed) {
        if (!typed.isEmpty()) {
            return at(typed);
        }
        return LocalDate.ofInstant(now, zone).equals(day) ? now : null;
    }
}
