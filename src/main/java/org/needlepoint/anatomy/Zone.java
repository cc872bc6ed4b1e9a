package org.needlepoint.anatomy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.Texts;

/// A zone of the body surface that a person can paint on the pain map.
///
/// @param replacedBy the zone to use instead, when this one was a mistake
/// @param view side of the figure that shows it best: anterior, lateral or posterior
/// @param sideable whether there is one on the left and one on the right
/// @param partOf the part of the body it is listed under
public record Zone(
        String id,
        @Nullable String replacedBy,
        Texts name,
        String view,
        boolean sideable,
        String partOf,
        List<String> sources,
        Review review) {

    public Zone {
        sources = List.copyOf(sources);
    }
}
