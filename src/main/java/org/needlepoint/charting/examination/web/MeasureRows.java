package org.needlepoint.charting.examination.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.charting.examination.Target;
import org.needlepoint.charting.measures.Area;
import org.needlepoint.charting.measures.Catalogue;
import org.needlepoint.charting.measures.JointMovement;
import org.needlepoint.charting.measures.Kind;
import org.needlepoint.charting.measures.Manner;
import org.needlepoint.charting.measures.Measured;
import org.needlepoint.charting.measures.Posture;
import org.needlepoint.shared.Laterality;
import org.springframework.stereotype.Component;

/// Which things have a row in a group: all movements of an area; of its muscles those that matter to this patient.
@Component
class MeasureRows {
    private static final List<Laterality> SIDES = List.of(Laterality.R, Laterality.L);

    private final Knowledge knowledge;
    private final Catalogue catalogue;

    MeasureRows(Knowledge knowledge, Catalogue catalogue) {
        this.knowledge = knowledge;
        this.catalogue = catalogue;
    }

    /// The rows of a group, each a thing on the sides that it has.
    List<List<Measured>> of(Kind kind, @Nullable Area area, Examined examined, TypedMeasures typed) {
        return switch (kind) {
            case RANGE -> movements(area, kind, examined.shown().range());
            case STRENGTH -> strengths(area, examined.shown().strength());
            case PRESSURE_PAIN, TONE -> muscles(kind, area, examined, typed);
            case TEST -> coded(kind, area == null ? List.of() : Catalogue.TESTS.getOrDefault(area, List.of()));
            case TOUCH ->
                Stream.concat(
                                Stream.of(List.of(new Measured(kind, Catalogue.SADDLE, Laterality.M, Manner.PLAIN))),
                                coded(kind, Catalogue.ROOTS).stream())
                        .toList();
            case MYOTOME -> coded(kind, Catalogue.MYOTOMES);
            case REFLEX -> coded(kind, Catalogue.REFLEXES);
            case UPPER_MOTOR ->
                Catalogue.UPPER_MOTOR_SIGNS.stream()
                        .map(sign -> things(kind, sign, !sign.equals(Catalogue.GAIT), Manner.PLAIN))
                        .toList();
            case REACTION -> coded(kind, List.of(Catalogue.HAND));
            case POSTURE -> postures();
            case ULTRASOUND -> imaging(examined, typed);
        };
    }

    private static List<Measured> things(Kind kind, String code, boolean sided, Manner manner) {
        return (sided ? SIDES : List.of(Laterality.M))
                .stream().map(side -> new Measured(kind, code, side, manner)).toList();
    }

    private static List<List<Measured>> coded(Kind kind, List<String> codes) {
        return codes.stream()
                .map(code -> things(kind, code, true, Manner.PLAIN))
                .toList();
    }

    private static List<List<Measured>> movements(@Nullable Area area, Kind kind, Manner manner) {
        return area == null
                ? List.of()
                : JointMovement.in(area).stream()
                        .map(movement -> things(kind, movement.word(), movement.sided(), manner))
                        .toList();
    }

    private static List<List<Measured>> strengths(@Nullable Area area, Manner manner) {
        var rows = new ArrayList<>(movements(area, Kind.STRENGTH, manner));
        if (area == Area.WRIST_HAND && manner == Manner.DYNAMOMETER) {
            rows.addFirst(things(Kind.STRENGTH, Catalogue.GRIP, true, manner));
        }
        return rows;
    }

    private static List<List<Measured>> postures() {
        var rows = new ArrayList<List<Measured>>();
        Arrays.stream(Posture.values())
                .forEach(posture -> rows.add(things(Kind.POSTURE, posture.word(), posture.sided(), Manner.PLAIN)));
        rows.add(things(Kind.POSTURE, Catalogue.REMARKS, false, Manner.PLAIN));
        return rows;
    }

    /// Muscles that are targets, that a hand examined, or that were measured, now or before.
    private List<List<Measured>> muscles(Kind kind, @Nullable Area area, Examined examined, TypedMeasures typed) {
        var muscles = new LinkedHashSet<String>();
        examined.targets().standing().stream().map(Target::muscle).forEach(muscles::add);
        examined.opened().examination().standing().forEach(finding -> muscles.add(finding.muscle()));
        measured(kind, examined, typed).forEach(what -> muscles.add(what.code()));
        return muscles.stream()
                .flatMap(id -> knowledge.muscle(id).stream())
                .filter(muscle -> Area.ofRegion(muscle.region()) == area)
                .map(muscle -> things(kind, muscle.id(), muscle.side() == Muscle.Side.PAIRED, Manner.PLAIN))
                .toList();
    }

    private List<List<Measured>> imaging(Examined examined, TypedMeasures typed) {
        var rows = new LinkedHashMap<String, List<Measured>>();
        measured(Kind.ULTRASOUND, examined, typed).stream()
                .filter(what -> what.manner() == examined.shown().imaging())
                .forEach(what -> rows.computeIfAbsent(what.code() + what.side(), _ -> List.of(what)));
        return List.copyOf(rows.values());
    }

    private static Set<Measured> measured(Kind kind, Examined examined, TypedMeasures typed) {
        var measured = new LinkedHashSet<Measured>();
        examined.today().standing().forEach(measure -> measured.add(measure.what()));
        measured.addAll(examined.last().keySet());
        measured.addAll(typed.problems().keySet());
        measured.removeIf(what -> what.kind() != kind);
        return measured;
    }

    /// What can be added to a group: the other muscles of the area, or any part of the body.
    Map<String, String> more(Kind kind, @Nullable Area area, List<List<Measured>> rows, Locale locale) {
        var more = new LinkedHashMap<String, String>();
        if (kind == Kind.PRESSURE_PAIN || kind == Kind.TONE) {
            knowledge.muscles().stream()
                    .filter(muscle -> muscle.replacedBy() == null && Area.ofRegion(muscle.region()) == area)
                    .forEach(muscle -> more.put(muscle.id(), muscle.name().in(locale)));
            rows.forEach(row -> more.remove(row.getFirst().code()));
        }
        return more;
    }

    /// How many things of a part stand today.
    int count(Part part, Examined examined) {
        return (int) examined.today().standing().stream()
                .map(measure -> measure.what())
                .distinct()
                .filter(what -> part.kinds().contains(what.kind()))
                .filter(what -> part.area() == null
                        || catalogue.area(what).filter(part.area()::equals).isPresent())
                .count();
    }
}
