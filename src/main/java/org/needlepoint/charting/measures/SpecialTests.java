package org.needlepoint.charting.measures;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Names of clinical tests by area: names only, with nothing claimed about what a test proves.
final class SpecialTests {
    static final Map<Area, List<String>> BY_AREA = new EnumMap<>(Map.of(
            Area.JAW, List.of("jaw-loading"),
            Area.NECK, List.of("spurling", "neck-distraction", "upper-limb-tension", "flexion-rotation"),
            Area.SHOULDER,
                    List.of("neer", "hawkins-kennedy", "empty-can", "drop-arm", "speed", "painful-arc", "apprehension"),
            Area.ELBOW, List.of("cozen", "mill", "elbow-tinel", "golfers-elbow"),
            Area.WRIST_HAND, List.of("phalen", "wrist-tinel", "finkelstein"),
            Area.TRUNK, List.of("straight-leg-raise", "slump", "femoral-nerve-stretch", "prone-instability"),
            Area.HIP, List.of("faber", "fadir", "thomas", "ober", "trendelenburg"),
            Area.KNEE,
                    List.of("lachman", "mcmurray", "patellar-compression", "knee-varus-stress", "knee-valgus-stress"),
            Area.ANKLE_FOOT, List.of("thompson", "anterior-drawer-ankle", "windlass")));

    private SpecialTests() {}
}
