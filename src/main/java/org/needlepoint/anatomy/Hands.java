package org.needlepoint.anatomy;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import org.needlepoint.anatomy.PainRequest.Examined;
import org.needlepoint.anatomy.PainRequest.Sign;
import org.needlepoint.shared.Laterality;

/// What a finding by hand is worth. Two examiners agree on trigger points with a kappa of 0.452, on recognised pain
/// with 0.575 (`rathbone2017`). If both are equally good and err equally often in either direction, the square root
/// of kappa is how much better than a coin one of them is: right in (1 + sqrt(kappa)) / 2 of the cases. For twitch
/// and restricted movement no pooled figure was read; they are taken to be worth the square root of a taut band. A
/// tender spot and referred pain move nothing: what they are worth was not read, and a guess would hide that.
final class Hands {
    private static final double KAPPA_OF_POINTS = 0.452;
    private static final double KAPPA_OF_FAMILIAR_PAIN = 0.575;

    /// Signs in one muscle are not independent: the strongest counts in full, the others so much.
    private static final double FURTHER_SIGN = 0.5;

    private static final Map<Sign, Double> WORTH = new EnumMap<>(Map.of(
            Sign.TAUT_BAND,
            logOdds(KAPPA_OF_POINTS),
            Sign.FAMILIAR_PAIN,
            logOdds(KAPPA_OF_FAMILIAR_PAIN),
            Sign.TWITCH,
            logOdds(KAPPA_OF_POINTS) / 2,
            Sign.RESTRICTED_MOVEMENT,
            logOdds(KAPPA_OF_POINTS) / 2));

    private Hands() {}

    private static double logOdds(double kappa) {
        var right = rightBy(kappa);
        return StrictMath.log(right / (1 - right));
    }

    private static double rightBy(double kappa) {
        return (1 + StrictMath.sqrt(kappa)) / 2;
    }

    /// How often one examiner is right about a trigger point, 0.5 to 1.
    static double right() {
        return rightBy(KAPPA_OF_POINTS);
    }

    /// What to multiply the odds of a muscle with; 1 when it was not examined.
    static double factor(Collection<Examined> examined, String muscle, Laterality side) {
        if (examined.isEmpty()) {
            return 1;
        }
        var worth = examined.stream()
                .filter(each -> each.muscle().equals(muscle) && (each.side() == side || each.side() == Laterality.M))
                .mapToDouble(each -> WORTH.getOrDefault(each.sign(), 0.0) * (each.found() ? 1 : -1))
                .boxed()
                .sorted(Comparator.comparingDouble((Double each) -> -Math.abs(each))
                        .thenComparing(each -> each))
                .toList();
        var sum = 0.0;
        for (var i = 0; i < worth.size(); i++) {
            sum += worth.get(i) * (i == 0 ? 1 : FURTHER_SIGN);
        }
        return StrictMath.exp(sum);
    }
}
