package org.needlepoint.charting.measures;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The parts of the body under which an examination is kept, from head to foot.
public enum Area {
    JAW,
    NECK,
    SHOULDER,
    ELBOW,
    WRIST_HAND,
    TRUNK,
    HIP,
    KNEE,
    ANKLE_FOOT;

    /// As addresses and keys of messages write it: `wrist-hand`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The area with a word; empty when there is none.
    public static Optional<Area> of(String word) {
        return Arrays.stream(values()).filter(area -> area.word().equals(word)).findFirst();
    }

    /// The areas whose joints are examined for pain in a part of the pain map, the nearest first.
    public static List<Area> ofPart(String part) {
        return switch (part) {
            case "head" -> List.of(JAW, NECK);
            case "neck" -> List.of(NECK);
            case "shoulder" -> List.of(SHOULDER, NECK);
            case "upper-arm" -> List.of(SHOULDER, ELBOW);
            case "elbow" -> List.of(ELBOW);
            case "forearm" -> List.of(ELBOW, WRIST_HAND);
            case "wrist", "hand" -> List.of(WRIST_HAND);
            case "hip" -> List.of(HIP, TRUNK);
            case "thigh" -> List.of(HIP, KNEE);
            case "knee" -> List.of(KNEE);
            case "leg" -> List.of(KNEE, ANKLE_FOOT);
            case "ankle", "foot" -> List.of(ANKLE_FOOT);
            default -> List.of(TRUNK);
        };
    }

    /// The area under which a muscle of a region is listed.
    public static Area ofRegion(String region) {
        return switch (region) {
            case "head-face" -> JAW;
            case "neck-anterior", "neck-posterior" -> NECK;
            case "shoulder-girdle" -> SHOULDER;
            case "upper-arm" -> ELBOW;
            case "forearm-extensor", "forearm-flexor", "hand" -> WRIST_HAND;
            case "hip-buttock" -> HIP;
            case "thigh-anterior", "thigh-medial", "thigh-posterior" -> KNEE;
            case "leg-anterior", "leg-lateral", "leg-posterior", "foot-dorsal", "foot-plantar" -> ANKLE_FOOT;
            default -> TRUNK;
        };
    }
}
