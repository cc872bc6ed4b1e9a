package org.needlepoint.charting.measures;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.charting.measures.Scale.Limits;
import org.needlepoint.charting.measures.Scale.Remark;
import org.needlepoint.charting.measures.Scale.Words;
import org.needlepoint.shared.Laterality;
import org.springframework.stereotype.Component;

/// All that can be measured, with its scale. Words are our own and no named scale, apart from grades of strength and
/// reflexes, which are counted as clinicians do.
@Component
public class Catalogue {
    /// Grades of strength against the practitioner's hand.
    public static final List<String> GRADES =
            List.of("0", "1", "1+", "2-", "2", "2+", "3-", "3", "3+", "4-", "4", "4+", "5-", "5");

    /// Skin of nerve roots that is touched.
    public static final List<String> ROOTS =
            List.of("c4", "c5", "c6", "c7", "c8", "t1", "t4", "t10", "l1", "l2", "l3", "l4", "l5", "s1", "s2");

    /// Muscles of nerve roots that are tested.
    public static final List<String> MYOTOMES = List.of("c5", "c6", "c7", "c8", "t1", "l2", "l3", "l4", "l5", "s1");

    public static final List<String> REFLEXES = List.of("biceps", "brachioradialis", "triceps", "knee", "ankle");

    /// The only one of the signs of the brain and the spinal cord that has no sides.
    public static final String GAIT = "unsteady-gait";

    /// Signs of the brain and the spinal cord.
    public static final List<String> UPPER_MOTOR_SIGNS = List.of("hoffmann", "babinski", "clonus", "clumsy-hand", GAIT);

    /// The skin between the legs, which has no sides here.
    public static final String SADDLE = "saddle";

    /// What of a posture no code says.
    public static final String REMARKS = "remark";

    /// Strength of the hand, which only a dynamometer tells.
    public static final String GRIP = "grip";

    /// How fast a hand answers.
    public static final String HAND = "hand";

    /// Special tests by area, each on a side.
    public static final Map<Area, List<String>> TESTS = SpecialTests.BY_AREA;

    private static final Limits NEWTONS = new Limits(0, 3000, 0, 1000);
    private static final Limits KILOPASCALS = new Limits(1, 2000, 30, 1500);
    private static final Limits MILLISECONDS = new Limits(50, 10_000, 120, 1500);
    private static final int THREE = 3;

    private static final Scale GRADE = new Words(GRADES);
    private static final Scale NEWTON = new Scale.Numbers(Unit.NEWTON, NEWTONS, THREE);
    private static final Scale PRESSURE = new Scale.Numbers(Unit.KPA, KILOPASCALS, THREE);
    private static final Scale REACTION = new Scale.Numbers(Unit.MS, MILLISECONDS, THREE);
    /// How a muscle feels at rest.
    public static final Words TONE = new Words(List.of("slack", "low", "usual", "raised", "very-raised"));

    private static final Scale TOUCH = new Words(List.of("usual", "less", "none", "more"));
    private static final Scale REFLEX = new Words(List.of("0", "1+", "2+", "3+", "4+"));
    private static final Scale SIGN = new Words(List.of("absent", "present"));
    private static final Scale TEST = new Words(List.of("negative", "positive", "unclear"));
    private static final Scale POSTURE = new Words(List.of("no", "slight", "marked"));
    private static final Scale REMARK = new Remark(1000);

    private final Knowledge knowledge;

    Catalogue(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /// What can be said of something; empty when there is no such thing to measure, on that side, in that manner.
    public Optional<Scale> scale(Measured what) {
        return switch (what.kind()) {
            case RANGE -> movement(what, Manner.ACTIVE, Manner.PASSIVE).map(JointMovement::range);
            case STRENGTH -> strength(what);
            case PRESSURE_PAIN -> muscle(what).map(_ -> PRESSURE);
            case TONE -> muscle(what).map(_ -> TONE);
            case TEST -> when(TESTS.values().stream().anyMatch(tests -> tests.contains(what.code())), what, true, TEST);
            case TOUCH ->
                what.code().equals(SADDLE)
                        ? when(true, what, false, TOUCH)
                        : when(ROOTS.contains(what.code()), what, true, TOUCH);
            case MYOTOME -> when(MYOTOMES.contains(what.code()), what, true, GRADE);
            case REFLEX -> when(REFLEXES.contains(what.code()), what, true, REFLEX);
            case UPPER_MOTOR ->
                when(UPPER_MOTOR_SIGNS.contains(what.code()), what, !what.code().equals(GAIT), SIGN);
            case REACTION -> when(what.code().equals(HAND), what, true, REACTION);
            case POSTURE ->
                what.code().equals(REMARKS)
                        ? when(true, what, false, REMARK)
                        : Posture.of(what.code()).flatMap(posture -> when(true, what, posture.sided(), POSTURE));
            case ULTRASOUND ->
                Area.of(what.code())
                        .filter(_ -> what.manner() == Manner.ORDERED || what.manner() == Manner.RESULT)
                        .map(_ -> REMARK);
        };
    }

    private static Optional<Scale> when(boolean known, Measured what, boolean sided, Scale scale) {
        return known && what.manner() == Manner.PLAIN && sided == (what.side() != Laterality.M)
                ? Optional.of(scale)
                : Optional.empty();
    }

    private static Optional<JointMovement> movement(Measured what, Manner... manners) {
        return JointMovement.of(what.code())
                .filter(movement -> movement.sided() == (what.side() != Laterality.M))
                .filter(_ -> Stream.of(manners).anyMatch(manner -> manner == what.manner()));
    }

    private static Optional<Scale> strength(Measured what) {
        if (what.code().equals(GRIP)) {
            return Optional.of(NEWTON).filter(_ -> what.manner() == Manner.DYNAMOMETER && what.side() != Laterality.M);
        }
        return movement(what, Manner.MANUAL, Manner.DYNAMOMETER)
                .map(_ -> what.manner() == Manner.MANUAL ? GRADE : NEWTON);
    }

    private Optional<Muscle> muscle(Measured what) {
        return knowledge
                .muscle(what.code())
                .filter(muscle -> what.manner() == Manner.PLAIN
                        && (muscle.side() == Muscle.Side.PAIRED) == (what.side() != Laterality.M));
    }

    /// Under which area something is examined; empty for what belongs to the whole body.
    public Optional<Area> area(Measured what) {
        return switch (what.kind()) {
            case RANGE, STRENGTH ->
                what.code().equals(GRIP)
                        ? Optional.of(Area.WRIST_HAND)
                        : JointMovement.of(what.code()).map(JointMovement::area);
            case PRESSURE_PAIN, TONE -> knowledge.muscle(what.code()).map(muscle -> Area.ofRegion(muscle.region()));
            case TEST ->
                TESTS.entrySet().stream()
                        .filter(tests -> tests.getValue().contains(what.code()))
                        .map(Map.Entry::getKey)
                        .findFirst();
            case ULTRASOUND -> Area.of(what.code());
            case TOUCH, MYOTOME, REFLEX, UPPER_MOTOR, REACTION, POSTURE -> Optional.empty();
        };
    }
}
