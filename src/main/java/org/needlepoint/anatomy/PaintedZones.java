package org.needlepoint.anatomy;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.anatomy.locator.Painted;
import org.needlepoint.shared.Laterality;

/// A drawing as each side of the body sees it. A mark on the left speaks for muscles on the left; one on both
/// sides, in the midline or without a side may come from either, though rather from the side on which more is
/// painted.
final class PaintedZones {
    /// The voice of a mark of intensity 0; one of 10 has the voice 1.
    private static final double LEAST_VOICE = 0.45;

    /// What the midline still says to a side on which nothing else is painted, when the other side is.
    private static final double MIDLINE_OF_THE_OTHER = 0.15;

    /// How often a zone is painted though no muscle we know is the reason.
    private static final double CHANCE = 0.015;

    /// How often when a nerve root could be.
    private static final double CHANCE_OF_A_NERVE = 0.08;

    private final Map<String, Integer> numbers;
    private final Collection<Mark> marks;
    private final Set<String> ofNerve;
    private final List<String> all;
    private final Map<Laterality, List<String>> zones = new EnumMap<>(Laterality.class);
    private final boolean alike;
    private final double left;
    private final double right;

    /// The zones of the marks, with those that a nerve root may explain.
    PaintedZones(Map<String, Integer> numbers, Collection<Mark> marks, Set<String> ofNerve) {
        this.numbers = numbers;
        this.marks = marks;
        this.ofNerve = ofNerve;
        this.left = voice(Laterality.L);
        this.right = voice(Laterality.R);
        this.all = sorted(_ -> true);
        zones.put(Laterality.L, sorted(mark -> speaks(mark, Laterality.L)));
        zones.put(Laterality.R, sorted(mark -> speaks(mark, Laterality.R)));
        this.alike = seen(Laterality.L).equals(seen(Laterality.R));
    }

    private double voice(Laterality side) {
        return marks.stream()
                .filter(mark -> mark.side() == side || mark.side() == Laterality.B)
                .mapToDouble(PaintedZones::voice)
                .sorted()
                .sum();
    }

    private static double voice(Mark mark) {
        return LEAST_VOICE + (1 - LEAST_VOICE) * mark.intensity() / 10;
    }

    /// Whether a side has marks that speak for it.
    boolean speaksFor(Laterality side) {
        return !zones(side).isEmpty();
    }

    private static boolean speaks(Mark mark, Laterality side) {
        return mark.side() == side || mark.side() == Laterality.B || mark.side() == Laterality.M;
    }

    /// Whether both sides see the same drawing.
    boolean alike() {
        return alike;
    }

    private Map<String, Double> seen(Laterality side) {
        return marks.stream()
                .filter(mark -> speaks(mark, side))
                .collect(Collectors.toMap(Mark::zone, PaintedZones::voice, Math::max));
    }

    /// Ids of the painted zones that speak for a side, or for any, from head to foot.
    List<String> zones(Laterality side) {
        return zones.getOrDefault(side, all);
    }

    private List<String> sorted(Predicate<Mark> speaking) {
        return marks.stream()
                .filter(speaking)
                .map(Mark::zone)
                .distinct()
                .sorted(Comparator.comparing(numbers::get))
                .toList();
    }

    /// The drawing as a side sees it.
    Painted of(Laterality side) {
        var painted = new Painted(numbers.size(), CHANCE);
        for (var mark : marks) {
            if (speaks(mark, side)) {
                painted.mark(numbers.getOrDefault(mark.zone(), 0), voice(mark) * part(mark, side));
            }
        }
        ofNerve.forEach(zone -> painted.chance(numbers.getOrDefault(zone, 0), CHANCE_OF_A_NERVE));
        return painted;
    }

    private double part(Mark mark, Laterality side) {
        var most = Math.max(left, right);
        if (mark.side() != Laterality.M || most == 0) {
            return 1;
        }
        return MIDLINE_OF_THE_OTHER + (1 - MIDLINE_OF_THE_OTHER) * (side == Laterality.L ? left : right) / most;
    }
}
