package org.needlepoint.anatomy.atlas;

import java.util.Locale;
import org.needlepoint.shared.Laterality;

/// A usual needling site with the direction of the needle, on one side.
///
/// @param id     of the site and the direction, without the side, such as `upper-trapezius-mid-belly`
/// @param side   left or right
/// @param target the muscle that is meant
/// @param line   what a needle meets there in that direction
public record NeedleSite(String id, Laterality side, Direction direction, Structure target, NeedleLine line) {

    /// How the needle points.
    public enum Direction {
        PERPENDICULAR,
        FORWARD,
        FORWARD_AND_DOWN,
        TANGENTIAL_UPWARD;

        /// As keys of messages write it: `forward-and-down`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
