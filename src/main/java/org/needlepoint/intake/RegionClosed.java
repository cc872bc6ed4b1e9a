package org.needlepoint.intake;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.anatomy.ScreeningQuestion.RegionRule;
import org.needlepoint.shared.Laterality;

/// Which muscles a yes concerns, by the question's region rule. Where the place is not known it is everywhere, and
/// where the knowledge holds no facts (depth, where one can press) it is every muscle: the practitioner decides.
final class RegionClosed {
    private static final Set<String> BESIDE_THE_SPINE =
            Set.of("neck-anterior", "neck-posterior", "back-thoracic", "back-lumbar");
    private static final Set<String> IN_PREGNANCY = Set.of(
            "abdomen",
            "back-lumbar",
            "hip-buttock",
            "pelvis-floor",
            "hand",
            "leg-anterior",
            "leg-lateral",
            "leg-posterior",
            "foot-dorsal",
            "foot-plantar");

    private RegionClosed() {}

    /// @param places where, as reported; empty when that is not known
    /// @param side   the side of the muscle to be needled
    static boolean concerns(RegionRule rule, List<ReportedPlace> places, Muscle muscle, Laterality side) {
        return switch (rule) {
            case NONE, DEEP_OR_NO_PRESSURE -> true;
            case THORAX -> muscle.overPleura();
            case PREGNANCY_REGIONS -> IN_PREGNANCY.contains(muscle.region());
            case REPORTED_SITE -> reported(places, muscle, side, BodyArea::under);
            case SURGERY_SITE, IMPLANT_SITE, RADIATION_FIELD -> reported(places, muscle, side, BodyArea::around);
            case REPORTED_LIMB -> reported(places, muscle, side, BodyArea::wholeLimb);
            case SPINAL_LEVEL -> spine(places, muscle);
            case DEVICE_AND_CHEST -> overChest(muscle) || reported(places, muscle, side, BodyArea::around);
            case FACE_OR_TREATED_SITE ->
                muscle.region().equals("head-face") || reported(places, muscle, side, BodyArea::under);
        };
    }

    private static boolean reported(
            List<ReportedPlace> places, Muscle muscle, Laterality side, Function<BodyArea, Set<String>> reach) {
        return places.isEmpty()
                || places.stream()
                        .anyMatch(place ->
                                place.meets(side) && reach.apply(place.area()).contains(muscle.region()));
    }

    /// A level has no side.
    private static boolean spine(List<ReportedPlace> places, Muscle muscle) {
        if (places.isEmpty()) {
            return BESIDE_THE_SPINE.contains(muscle.region()) || nearTheCanal(muscle);
        }
        return places.stream().anyMatch(place -> place.area().around().contains(muscle.region()));
    }

    private static boolean nearTheCanal(Muscle muscle) {
        return muscle.hazards().near().contains("spinal-cord");
    }

    private static boolean overChest(Muscle muscle) {
        return muscle.region().equals("chest") || muscle.overPleura();
    }
}
