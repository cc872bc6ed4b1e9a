package org.needlepoint.scheduling.waiting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.scheduling.Opening;
import org.needlepoint.scheduling.ServiceId;

/// What somebody on the waiting list could come to. Days and times are those of the wall clock at the location.
///
/// @param practitioner null: anybody
/// @param location     null: anywhere
/// @param weekdays     one or more
/// @param earliest     a visit starts not before this time
/// @param latest       nor after this one
/// @param until        the last day, included
/// @param noticeHours  how long before the start they must know, 0..336
public record Wanted(
        ServiceId service,
        @Nullable PractitionerId practitioner,
        @Nullable UUID location,
        Set<DayOfWeek> weekdays,
        LocalTime earliest,
        LocalTime latest,
        LocalDate until,
        int noticeHours) {
    /// The longest notice that can be asked for: two weeks.
    public static final int MOST_NOTICE_HOURS = 336;

    public Wanted {
        weekdays = Set.copyOf(weekdays);
        if (weekdays.isEmpty()) {
            throw new IllegalArgumentException("a wish has at least one weekday");
        }
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException("latest must not be before earliest, was " + earliest + " to " + latest);
        }
        if (noticeHours < 0 || noticeHours > MOST_NOTICE_HOURS) {
            throw new IllegalArgumentException("noticeHours must be 0.." + MOST_NOTICE_HOURS + ", was " + noticeHours);
        }
    }

    /// Whether they could come to an opening of their service, given time enough to know.
    boolean fits(Opening opening) {
        var day = opening.start().toLocalDate();
        var time = opening.start().toLocalTime();
        return (practitioner == null || practitioner.equals(opening.practitioner()))
                && (location == null || location.equals(opening.location()))
                && weekdays.contains(day.getDayOfWeek())
                && !day.isAfter(until)
                && !time.isBefore(earliest)
                && !time.isAfter(latest);
    }
}
