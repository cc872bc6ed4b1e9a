package org.needlepoint.charting.injection;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/// How much of the drug is in a millilitre, as the label says it.
///
/// @param amount above 0
public record Concentration(BigDecimal amount, Unit unit) {
    /// One percent is ten milligrams in a millilitre.
    private static final BigDecimal MG_PER_ML_OF_ONE_PERCENT = BigDecimal.TEN;

    private static final BigDecimal MICROGRAMS_OF_A_MG = BigDecimal.valueOf(1000);

    /// The units that labels use.
    public enum Unit {
        PERCENT,
        MG_PER_ML,
        UNIT_PER_ML;

        /// As stored and in forms: `mg-per-ml`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Concentration {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("a concentration is above 0, was " + amount);
        }
    }

    /// How much of the drug a volume holds, in a unit; empty where the two units have nothing to do with each other.
    Optional<BigDecimal> in(BigDecimal volumeMl, DoseUnit wanted) {
        var held = amount.multiply(volumeMl);
        return switch (wanted) {
            case MG -> milligrams(held);
            case MICROGRAM -> milligrams(held).map(MICROGRAMS_OF_A_MG::multiply);
            case UNIT -> unit == Unit.UNIT_PER_ML ? Optional.of(held) : Optional.empty();
            case ML -> Optional.of(volumeMl);
        };
    }

    private Optional<BigDecimal> milligrams(BigDecimal held) {
        return switch (unit) {
            case PERCENT -> Optional.of(held.multiply(MG_PER_ML_OF_ONE_PERCENT));
            case MG_PER_ML -> Optional.of(held);
            case UNIT_PER_ML -> Optional.empty();
        };
    }
}
