package org.needlepoint.scheduling.zones;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/// A local time that was promised or entered, and the instant that was derived from it under the rules of then.
record PromisedTime(LocalDateTime local, ZoneId zone, Instant stored) {
    /// When it is under the rules of now. Of a time that comes twice, the one that was meant is kept; a time that the
    /// clock has come to skip is as much later as the clock jumps.
    Instant derived() {
        boolean shown = LocalDateTime.ofInstant(stored, zone).equals(local);
        return shown ? stored : local.atZone(zone).toInstant();
    }

    /// How much later than stored it is; negative: earlier.
    Duration shift() {
        return Duration.between(stored, derived());
    }
}
