package org.needlepoint.anatomy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of a pain pattern: pain from a muscle is felt in this zone.
///
/// @param point a source's label of the trigger point; labels differ between editions
public record Pattern(
        String zone, Strength strength, @Nullable String point, Evidence evidence, List<String> sources) {

    /// Felt there as a rule, or only when pain is strong.
    public enum Strength {
        PRIMARY,
        SPILLOVER
    }

    public Pattern {
        sources = List.copyOf(sources);
    }
}
