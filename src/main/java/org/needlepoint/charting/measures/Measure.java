package org.needlepoint.charting.measures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that was measured at a visit.
///
/// @param instrument of a range; null elsewhere
/// @param painful    whether it hurt while it was measured
/// @param sameAs     the earlier measure that somebody said still holds; null when it was measured
/// @param on         the day at the practice on which it was measured
/// @param by         the account of whoever says so
/// @param inError    whether it was entered in error: it stays in the record and counts for nothing
public record Measure(
        MeasureId id,
        Measured what,
        Value value,
        Moment moment,
        @Nullable Instrument instrument,
        boolean painful,
        @Nullable MeasureId sameAs,
        LocalDate on,
        Instant at,
        UUID by,
        boolean inError) {

    /// Whether it says the same as another of the same thing.
    public boolean says(Value other, @Nullable Instrument with, boolean hurt) {
        return value.equals(other) && instrument == with && painful == hurt;
    }
}
