package org.needlepoint.charting.ledger;

import org.jspecify.annotations.Nullable;

/// A device of a session, as its events say.
///
/// @param last     the highest number known
/// @param complete whether all of 1..last are known
/// @param finished the last number it announced; null when it did not
/// @param handCount used needles counted by hand when it was given up; null unless it was
/// @param pages    whether it is the application's own pages, numbered by the server
public record Device(
        DeviceId id,
        int last,
        boolean complete,
        @Nullable Integer finished,
        @Nullable Integer handCount,
        boolean pages) {
    /// Whether it may hold events that nobody else has seen.
    public boolean pending() {
        if (handCount != null) {
            return false;
        }
        return !complete || !(pages || (finished != null && finished == last));
    }
}
