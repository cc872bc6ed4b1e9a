package org.needlepoint.charting.care;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody recorded about a visit.
///
/// @param inError why it does not count; null while it does
public record CareEntry(
        CareEntryId id,
        CareEvent event,
        Instant recordedAt,
        UUID by,
        @Nullable String inError) {
    /// Whether it counts.
    public boolean counts() {
        return inError == null;
    }
}
