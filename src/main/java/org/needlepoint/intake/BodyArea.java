package org.needlepoint.intake;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A part of the body as patients name it: what they point to, and what they agree to. Together the areas hold every
/// muscle region of the knowledge exactly once.
public enum BodyArea {
    HEAD_FACE(Limb.NONE),
    NECK(Limb.NONE),
    SHOULDER(Limb.ARM),
    UPPER_ARM(Limb.ARM),
    FOREARM(Limb.ARM),
    HAND(Limb.ARM),
    CHEST(Limb.ARM),
    UPPER_BACK(Limb.ARM),
    LOW_BACK(Limb.LEG),
    ABDOMEN(Limb.LEG),
    HIP_BUTTOCK(Limb.LEG),
    PELVIC_FLOOR(Limb.LEG),
    THIGH(Limb.LEG),
    LOWER_LEG(Limb.LEG),
    FOOT(Limb.LEG);

    /// The limb that a place belongs to or lies next to.
    enum Limb {
        NONE,
        ARM,
        LEG
    }

    private static final Set<String> ARM_SIDE = Set.of(
            "shoulder-girdle", "upper-arm", "forearm-extensor", "forearm-flexor", "hand", "chest", "back-thoracic");
    private static final Set<String> LEG_SIDE = Set.of(
            "hip-buttock",
            "pelvis-floor",
            "thigh-anterior",
            "thigh-medial",
            "thigh-posterior",
            "leg-anterior",
            "leg-lateral",
            "leg-posterior",
            "foot-dorsal",
            "foot-plantar",
            "abdomen",
            "back-lumbar");

    private final Limb limb;

    BodyArea(Limb limb) {
        this.limb = limb;
    }

    /// As stored: `upper-back`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The area of a stored code.
    ///
    /// @throws IllegalArgumentException when there is none of that code
    public static BodyArea of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// The area that a muscle region belongs to.
    ///
    /// @param region a word of the vocabulary `muscle-region`
    /// @throws IllegalArgumentException when no area holds it
    public static BodyArea ofRegion(String region) {
        return Arrays.stream(values())
                .filter(area -> area.regions().contains(region))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no area holds the region " + region));
    }

    /// The muscle regions of the area.
    public Set<String> regions() {
        return switch (this) {
            case HEAD_FACE -> Set.of("head-face");
            case NECK -> Set.of("neck-anterior", "neck-posterior");
            case SHOULDER -> Set.of("shoulder-girdle");
            case UPPER_ARM -> Set.of("upper-arm");
            case FOREARM -> Set.of("forearm-extensor", "forearm-flexor");
            case HAND -> Set.of("hand");
            case CHEST -> Set.of("chest");
            case UPPER_BACK -> Set.of("back-thoracic");
            case LOW_BACK -> Set.of("back-lumbar");
            case ABDOMEN -> Set.of("abdomen");
            case HIP_BUTTOCK -> Set.of("hip-buttock");
            case PELVIC_FLOOR -> Set.of("pelvis-floor");
            case THIGH -> Set.of("thigh-anterior", "thigh-medial", "thigh-posterior");
            case LOWER_LEG -> Set.of("leg-anterior", "leg-lateral", "leg-posterior");
            case FOOT -> Set.of("foot-dorsal", "foot-plantar");
        };
    }

    /// Regions with muscles that lie under the skin of the area: its own, and those that reach in from next to it.
    Set<String> under() {
        return and(reachingIn());
    }

    private List<String> reachingIn() {
        return switch (this) {
            case HEAD_FACE, ABDOMEN, THIGH, LOWER_LEG, FOOT -> List.of();
            case NECK, UPPER_ARM, CHEST -> List.of("shoulder-girdle");
            case SHOULDER -> List.of("upper-arm", "chest", "back-thoracic");
            case FOREARM -> List.of("upper-arm");
            case HAND -> List.of("forearm-extensor", "forearm-flexor");
            case UPPER_BACK -> List.of("shoulder-girdle", "chest");
            case LOW_BACK -> List.of("back-thoracic", "abdomen", "hip-buttock");
            case HIP_BUTTOCK -> List.of("thigh-posterior", "abdomen", "pelvis-floor");
            case PELVIC_FLOOR -> List.of("hip-buttock", "thigh-medial", "abdomen");
        };
    }

    /// The area and the ones next to it: where a scar, an implant or a joint of the area can reach.
    Set<String> around() {
        var around = new HashSet<>(under());
        next().forEach(area -> around.addAll(area.regions()));
        return Set.copyOf(around);
    }

    private Set<String> and(Collection<String> more) {
        var all = new HashSet<>(regions());
        all.addAll(more);
        return Set.copyOf(all);
    }

    private List<BodyArea> next() {
        return switch (this) {
            case HEAD_FACE -> List.of(NECK);
            case NECK -> List.of(HEAD_FACE, SHOULDER, UPPER_BACK);
            case SHOULDER -> List.of(NECK, UPPER_ARM, CHEST, UPPER_BACK);
            case UPPER_ARM -> List.of(SHOULDER, FOREARM);
            case FOREARM -> List.of(UPPER_ARM, HAND);
            case HAND -> List.of(FOREARM);
            case CHEST -> List.of(SHOULDER, ABDOMEN);
            case UPPER_BACK -> List.of(NECK, SHOULDER, LOW_BACK);
            case LOW_BACK -> List.of(UPPER_BACK, HIP_BUTTOCK, ABDOMEN);
            case ABDOMEN -> List.of(CHEST, LOW_BACK, PELVIC_FLOOR);
            case HIP_BUTTOCK -> List.of(LOW_BACK, PELVIC_FLOOR, THIGH);
            case PELVIC_FLOOR -> List.of(HIP_BUTTOCK, ABDOMEN, THIGH);
            case THIGH -> List.of(HIP_BUTTOCK, LOWER_LEG);
            case LOWER_LEG -> List.of(THIGH, FOOT);
            case FOOT -> List.of(LOWER_LEG);
        };
    }

    /// The whole limb that the area belongs to, with the trunk next to it; of the head and neck, both.
    Set<String> wholeLimb() {
        return switch (limb) {
            case ARM -> ARM_SIDE;
            case LEG -> LEG_SIDE;
            case NONE -> {
                var both = new HashSet<>(ARM_SIDE);
                both.addAll(List.of("head-face", "neck-anterior", "neck-posterior"));
                yield Set.copyOf(both);
            }
        };
    }
}
