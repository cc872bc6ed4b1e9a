package org.needlepoint.interop.ical;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;

/// A practitioner's calendar at a secret address.
///
/// @param label    what the practitioner calls it: "My phone"
/// @param initials whether visits say the patient's initials; without, each says "Busy"
/// @param readAt   when a program last asked for it, to the hour; null for never
public record Feed(
        FeedId id,
        PractitionerId practitioner,
        String label,
        boolean initials,
        Instant madeAt,
        @Nullable Instant readAt) {
    /// How long a label may be, in characters.
    public static final int LONGEST_LABEL = 60;
}
