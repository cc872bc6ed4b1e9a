package org.needlepoint.scheduling.zones;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.needlepoint.scheduling.AppointmentId;

/// A booked visit: the local time that was promised, and the instant that was derived from it under the rules of then.
record PromisedVisit(AppointmentId id, LocalDateTime localStart, ZoneId zone, Instant startsAt, int version) {
    /// When it begins under the rules of now. Of a time that comes twice, the one that was meant is kept; a time
    /// that the clock has come to skip is as much later as the clock jumps.
    Instant derived() {
        boolean shown = LocalDateTime.ofInstant(startsAt, zone).equals(localStart);
        return shown ? startsAt : localStart.atZone(zone).toInstant();
    }

    /// How much later than stored it begins; negative: earlier.
    Duration shift() {
        return Duration.between(startsAt, derived());
    }
}
