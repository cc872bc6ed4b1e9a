package org.needlepoint.charting.paper;

import java.time.Instant;
import org.needlepoint.charting.ledger.NeedleTechnique;
import org.needlepoint.charting.ledger.Placement;
import org.needlepoint.charting.ledger.Tissue;
import org.needlepoint.shared.Laterality;

/// A line of a paper sheet: so many needles of one kind in one muscle.
///
/// @param muscle     id of the knowledge
/// @param side       L, R, or M for what has no sides
/// @param in         how many went in, 1..[#MOST]
/// @param out        how many of them came out, 0..in
/// @param diameterUm thickness in thousandths of a millimetre
/// @param lengthMm   of the needle
/// @param inAt       when they went in, as the sheet says
/// @param outAt      when they came out; not before `inAt`
public record SheetRow(
        String muscle,
        Laterality side,
        int in,
        int out,
        int diameterUm,
        int lengthMm,
        NeedleTechnique technique,
        Instant inAt,
        Instant outAt) {
    /// Needles on one line.
    public static final int MOST = 30;

    public SheetRow {
        if (in < 1 || in > MOST || out < 0 || out > in) {
            throw new IllegalArgumentException(
                    "1.." + MOST + " in and at most as many out, were " + in + " and " + out);
        }
        if (outAt.isBefore(inAt)) {
            throw new IllegalArgumentException("a needle comes out after it went in");
        }
    }

    Placement placement(String knowledge) {
        return new Placement(muscle, side, diameterUm, lengthMm, technique, Tissue.MUSCLE, knowledge);
    }
}
