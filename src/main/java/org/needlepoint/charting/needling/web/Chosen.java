package org.needlepoint.charting.needling.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.shared.Laterality;

/// The muscle that a session's page is open at, as its address says.
///
/// @param side L, R, or M for a muscle that has no sides
record Chosen(Muscle muscle, Laterality side) {
    /// Empty when the address names none, or one that is not known.
    static Optional<Chosen> of(Knowledge knowledge, @Nullable String muscle, @Nullable String side) {
        return Optional.ofNullable(muscle)
                .flatMap(knowledge::muscle)
                .flatMap(found -> side(found, side).map(it -> new Chosen(found, it)));
    }

    /// A paired muscle needs a side; the right one is proposed where the address names none.
    private static Optional<Laterality> side(Muscle muscle, @Nullable String side) {
        if (muscle.side() == Muscle.Side.UNPAIRED) {
            return Optional.of(Laterality.M);
        }
        return "L".equals(side) ? Optional.of(Laterality.L) : Optional.of(Laterality.R);
    }
}
