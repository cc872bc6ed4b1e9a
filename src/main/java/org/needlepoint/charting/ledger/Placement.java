package org.needlepoint.charting.ledger;

import org.needlepoint.shared.Laterality;

/// Where a needle went and which needle it was, as its practitioner says. Nothing here is compared with an atlas (rule
/// C1).
///
/// @param muscle     permanent id of the knowledge
/// @param side       L, R, or M for what has no sides
/// @param diameterUm thickness in thousandths of a millimetre, 50..1200: 250 is 0.25 mm
/// @param lengthMm   5..200
/// @param knowledge  edition of the knowledge in which the muscle was chosen
public record Placement(
        String muscle,
        Laterality side,
        int diameterUm,
        int lengthMm,
        NeedleTechnique technique,
        Tissue tissue,
        String knowledge) {
    public Placement {
        if (muscle.isBlank() || knowledge.isBlank()) {
            throw new IllegalArgumentException("a placement names its muscle and the edition of the knowledge");
        }
        if (side == Laterality.B) {
            throw new IllegalArgumentException("a needle is on one side, not on both");
        }
        if (diameterUm < 50 || diameterUm > 1200) {
            throw new IllegalArgumentException("diameterUm must be 50..1200, was " + diameterUm);
        }
        if (lengthMm < 5 || lengthMm > 200) {
            throw new IllegalArgumentException("lengthMm must be 5..200, was " + lengthMm);
        }
    }
}
