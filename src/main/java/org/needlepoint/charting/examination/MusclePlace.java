package org.needlepoint.charting.examination;

import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.NotFound;

/// On which side a muscle is meant.
final class MusclePlace {
    private MusclePlace() {}

    /// The side itself, or M for a muscle that has no sides.
    ///
    /// @throws NotFound when there is no such muscle, or it has sides and none was named
    static Laterality of(Knowledge knowledge, String muscle, Laterality side) {
        if (knowledge.muscle(muscle).orElseThrow(NotFound::new).side() == Muscle.Side.UNPAIRED) {
            return Laterality.M;
        }
        if (side != Laterality.L && side != Laterality.R) {
            throw new NotFound();
        }
        return side;
    }
}
