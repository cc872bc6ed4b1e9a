package org.needlepoint.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;

/// By how much a practitioner runs late, as was said last on that day (rule F1). It moves no visit: what was promised
/// stays, and nobody is told to come later than they have to.
///
/// @param day     local, where the visit takes place; the delay ends with it
/// @param minutes 5..120; 0: on time again
/// @param version rises with each saying
public record Delay(PractitionerId practitioner, LocalDate day, int minutes, Instant saidAt, int version) {
    public static final int LEAST_MINUTES = 5;
    public static final int MOST_MINUTES = 120;

    /// So much less or more is told again; what differs less is on the pages only.
    static final int WORTH_TELLING_MINUTES = 10;

    public Delay {
        if (!isPossible(minutes)) {
            throw new IllegalArgumentException("minutes are 0, or 5 to 120: " + minutes);
        }
    }

    /// Whether it can be said: 0 for on time again, or 5..120.
    public static boolean isPossible(int minutes) {
        return minutes == 0 || (minutes >= LEAST_MINUTES && minutes <= MOST_MINUTES);
    }

    /// Whether it is said of somebody who is late, and not that they are on time again.
    public boolean isLate() {
        return minutes > 0;
    }

    /// Whether a visit is one of those after: with that practitioner, on that day, to start after it was said, and
    /// its patient is not here yet. Nothing waits any more when the day is over where the visit takes place.
    public boolean concerns(Appointment visit, Instant now) {
        return visit.practitioner().equals(practitioner)
                && visit.status() == Appointment.Status.BOOKED
                && visit.localStart().toLocalDate().equals(day)
                && visit.startsAt().isAfter(saidAt)
                && now.atZone(visit.zone()).toLocalDate().equals(day);
    }

    /// Whether somebody has to be told, given what they were told of it before.
    ///
    /// @param told the minutes, 0 for on time again; null: nothing
    public boolean isNewsTo(@Nullable Integer told) {
        if (told == null || told == 0) {
            return isLate();
        }
        return !isLate() || Math.abs(minutes - told) >= WORTH_TELLING_MINUTES;
    }
}
