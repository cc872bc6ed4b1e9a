package org.needlepoint.charting.injection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.Laterality;

/// One injection as it is about to be given or was given: what, how much, from which vial, where, through which needle.
///
/// @param named          what the drug is called, for a drug that the list does not have; else null
/// @param dose           above 0, in `unit`
/// @param volumeMl       above 0
/// @param concentration  as on the label; null where it says none
/// @param lot            as on the vial
/// @param expires        the last day on which it may be given
/// @param muscle         id of the knowledge
/// @param side           L, R, or M for what has no sides
/// @param gauge          of the hollow needle, 16..34
/// @param needleLengthMm 5..200
public record Shot(
        Drug drug,
        @Nullable String named,
        BigDecimal dose,
        DoseUnit unit,
        BigDecimal volumeMl,
        @Nullable Concentration concentration,
        String lot,
        LocalDate expires,
        String muscle,
        Laterality side,
        int gauge,
        int needleLengthMm) {
    /// A larger volume at one site is asked about. The figure is the software's, so that a slip of the decimal point is
    /// noticed; it is no clinical limit.
    public static final BigDecimal VOLUME_UNASKED = BigDecimal.valueOf(5);

    private static final BigDecimal DIFFERS = new BigDecimal("0.05");

    public Shot {
        if ((drug == Drug.OTHER) != (named != null)) {
            throw new IllegalArgumentException("a drug is in the list or has a name of its own");
        }
        if (dose.signum() <= 0 || volumeMl.signum() <= 0) {
            throw new IllegalArgumentException("dose and volume are above 0, were " + dose + " and " + volumeMl);
        }
        if (lot.isBlank()) {
            throw new IllegalArgumentException("a vial has a lot");
        }
        if (side == Laterality.B) {
            throw new IllegalArgumentException("an injection is on one side, not on both");
        }
        if (gauge < 16 || gauge > 34 || needleLengthMm < 5 || needleLengthMm > 200) {
            throw new IllegalArgumentException("no such needle: " + gauge + " G, " + needleLengthMm + " mm");
        }
    }

    /// Whether the vial's last day was before.
    boolean isExpired(LocalDate given) {
        return expires.isBefore(given);
    }

    /// Whether concentration times volume is another dose than the one that stands here, by more than a twentieth.
    boolean contradictsItself() {
        if (concentration == null) {
            return unit == DoseUnit.ML && dose.compareTo(volumeMl) != 0;
        }
        return concentration
                .in(volumeMl, unit)
                .map(held -> held.subtract(dose)
                                .abs()
                                .divide(dose, 4, RoundingMode.HALF_UP)
                                .compareTo(DIFFERS)
                        > 0)
                .orElse(false);
    }
}
