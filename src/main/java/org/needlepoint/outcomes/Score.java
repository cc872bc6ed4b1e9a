package org.needlepoint.outcomes;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One answer on a scale, as recorded.
///
/// @param visit the appointment it belongs to; always there before and after a visit
/// @param nprs  0 to 10
/// @param at    when it was recorded
public record Score(
        UUID id, @Nullable UUID visit, Instrument instrument, Moment moment, Kind kind, int nprs, Instant at) {
    public Score {
        check(visit, moment, nprs);
    }

    static void check(@Nullable UUID visit, Moment moment, int nprs) {
        if (nprs < 0 || nprs > 10) {
            throw new IllegalArgumentException("nprs must be 0..10, was " + nprs);
        }
        if (visit == null && moment != Moment.CHECK_IN) {
            throw new IllegalArgumentException("a score before or after belongs to a visit");
        }
    }
}
