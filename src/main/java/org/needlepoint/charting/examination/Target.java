package org.needlepoint.charting.examination;

import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.Laterality;

/// A muscle, or a point in one, that a practitioner means to needle at a visit.
///
/// @param muscle permanent id of the knowledge
/// @param side   L, R, or M for a muscle that has no sides
/// @param point  name or number of the trigger point, 1 to [#MOST_POINT] characters; null for the muscle as a whole
/// @param order  place in the list, from 1
public record Target(
        TargetId id,
        String muscle,
        Laterality side,
        @Nullable String point,
        Because because,
        int order) {
    /// Longer names of points are words for the note.
    public static final int MOST_POINT = 40;

    Target at(int place) {
        return new Target(id, muscle, side, point, because, place);
    }
}
