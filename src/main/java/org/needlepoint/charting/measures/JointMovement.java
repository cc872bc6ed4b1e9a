package org.needlepoint.charting.measures;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.needlepoint.charting.measures.Scale.Limits;

/// The movements whose range and strength are measured, joint by joint. Zero is the neutral position; a movement that
/// stops short of it has less than zero.
public enum JointMovement {
    JAW_OPENING(Area.JAW, false, 70),
    NECK_FLEXION(Area.NECK, false, 90),
    NECK_EXTENSION(Area.NECK, false, 100),
    NECK_ROTATION(Area.NECK, true, 110),
    NECK_SIDE_BENDING(Area.NECK, true, 70),
    SHOULDER_FLEXION(Area.SHOULDER, true, 190),
    SHOULDER_EXTENSION(Area.SHOULDER, true, 90),
    SHOULDER_ABDUCTION(Area.SHOULDER, true, 190),
    SHOULDER_ADDUCTION(Area.SHOULDER, true, 80),
    SHOULDER_INTERNAL_ROTATION(Area.SHOULDER, true, 110),
    SHOULDER_EXTERNAL_ROTATION(Area.SHOULDER, true, 120),
    ELBOW_FLEXION(Area.ELBOW, true, 165),
    ELBOW_EXTENSION(Area.ELBOW, true, 25),
    FOREARM_PRONATION(Area.ELBOW, true, 100),
    FOREARM_SUPINATION(Area.ELBOW, true, 110),
    WRIST_FLEXION(Area.WRIST_HAND, true, 100),
    WRIST_EXTENSION(Area.WRIST_HAND, true, 100),
    WRIST_RADIAL_DEVIATION(Area.WRIST_HAND, true, 45),
    WRIST_ULNAR_DEVIATION(Area.WRIST_HAND, true, 60),
    TRUNK_FLEXION(Area.TRUNK, false, 130),
    TRUNK_EXTENSION(Area.TRUNK, false, 70),
    TRUNK_ROTATION(Area.TRUNK, true, 80),
    TRUNK_SIDE_BENDING(Area.TRUNK, true, 60),
    HIP_FLEXION(Area.HIP, true, 150),
    HIP_EXTENSION(Area.HIP, true, 50),
    HIP_ABDUCTION(Area.HIP, true, 80),
    HIP_ADDUCTION(Area.HIP, true, 50),
    HIP_INTERNAL_ROTATION(Area.HIP, true, 75),
    HIP_EXTERNAL_ROTATION(Area.HIP, true, 85),
    KNEE_FLEXION(Area.KNEE, true, 165),
    KNEE_EXTENSION(Area.KNEE, true, 25),
    ANKLE_DORSIFLEXION(Area.ANKLE_FOOT, true, 50),
    ANKLE_PLANTARFLEXION(Area.ANKLE_FOOT, true, 80),
    ANKLE_INVERSION(Area.ANKLE_FOOT, true, 60),
    ANKLE_EVERSION(Area.ANKLE_FOOT, true, 40);

    private static final Limits MOUTH = new Limits(0, 100, 10, 70);

    private final Area area;
    private final boolean sided;
    private final double usualMost;

    JointMovement(Area area, boolean sided, double usualMost) {
        this.area = area;
        this.sided = sided;
        this.usualMost = usualMost;
    }

    /// As keys write it: `shoulder-flexion`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Area area() {
        return area;
    }

    /// Whether it is done to, or by, either side.
    public boolean sided() {
        return sided;
    }

    /// How far it goes; the mouth opens in millimetres.
    Scale range() {
        return this == JAW_OPENING
                ? new Scale.Numbers(Unit.MM, MOUTH, 1)
                : new Scale.Numbers(Unit.DEGREE, new Limits(-60, 220, -20, usualMost), 1);
    }

    /// The movement with a word; empty when there is none.
    public static Optional<JointMovement> of(String word) {
        return Arrays.stream(values())
                .filter(movement -> movement.word().equals(word))
                .findFirst();
    }

    /// The movements of an area.
    public static List<JointMovement> in(Area area) {
        return Arrays.stream(values()).filter(movement -> movement.area == area).toList();
    }
}
