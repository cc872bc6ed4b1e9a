package org.needlepoint.anatomy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.needlepoint.anatomy.Pattern.Strength;
import org.needlepoint.anatomy.atlas.Atlas.Near;
import org.needlepoint.anatomy.locator.Cause;

/// How a muscle makes itself felt: by the pain patterns of the sources, and around itself by where it lies. Every
/// figure here is chosen, not measured; the reasons: `docs/explanation/pain-locator.md`.
final class MuscleReach {
    // How often a zone is painted when the muscle is responsible.
    private static final double PRIMARY = 0.8;
    private static final double SPILLOVER = 0.3;

    /// A row that nobody has checked in a source counts for less.
    private static final double UNREAD = 0.85;

    /// How often a zone is painted when all of a superficial muscle that hurts lies below it, and it fills the zone.
    private static final double BELOW = 0.8;

    /// A muscle that fills this share of a zone is half as likely the reason to paint all of it as one that fills it.
    private static final double HALF_FILLED = 0.06;

    /// Pain from a deeper layer is felt less surely right above it: so much is left with each layer.
    private static final double EACH_LAYER = 0.72;

    private static final double DEEPEST = 0.35;

    /// Where pain spreads from a muscle, it hurts around the muscle itself less surely than without.
    private static final double BELOW_WHILE_SPREADING = 0.6;

    /// Hands are not exact: where a zone is felt, its neighbours are painted with this part of the reach.
    private static final double BESIDE = 0.1;

    /// Anything weaker is noise of the outlines.
    private static final double LEAST = 0.03;

    // Ways to be felt: around the muscle only, what one trigger point is known for, or all that is known of it. Each
    // point
    // that the sources tell apart is as likely as the only point of another muscle.
    private static final double AROUND = 0.35;
    private static final double POINTS = 0.7;

    /// A point that its source calls rare.
    private static final double RARE = 0.1;

    private final Muscle muscle;
    private final Map<String, Set<String>> beside;
    private final Map<String, Double> around;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    /// A muscle's strongest row to a zone, and the sources of all its rows there.
    ///
    /// @param read whether any of them was read in a source
    record Row(double reach, boolean primary, boolean read, List<String> sources) {}

    /// A muscle where it lies.
    ///
    /// @param neighbours the zones over it
    /// @param beside for each zone those that border on it
    MuscleReach(Muscle muscle, Collection<Near> neighbours, Map<String, Set<String>> beside) {
        this.muscle = muscle;
        this.beside = beside;
        this.around = new LinkedHashMap<>();
        for (var neighbour : neighbours) {
            var reach = around(neighbour);
            if (reach >= LEAST) {
                around.merge(neighbour.zone(), reach, Math::max);
            }
        }
        for (var pattern : muscle.patterns()) {
            rows.merge(pattern.zone(), rowOf(pattern), MuscleReach::stronger);
        }
    }

    private static double around(Near near) {
        var share = Math.min(1, (near.ofMuscle() + near.rim()) / 2);
        var depth = Math.max(DEEPEST, StrictMath.pow(EACH_LAYER, Math.max(0, near.layer() - 1)));
        return BELOW * depth * StrictMath.sqrt(share) * near.ofZone() / (near.ofZone() + HALF_FILLED);
    }

    private static Row rowOf(Pattern pattern) {
        var read = pattern.evidence() == Evidence.READ;
        var primary = pattern.strength() == Strength.PRIMARY;
        return new Row((primary ? PRIMARY : SPILLOVER) * (read ? 1 : UNREAD), primary, read, pattern.sources());
    }

    private static Row stronger(Row one, Row other) {
        var sources = new TreeSet<>(one.sources());
        sources.addAll(other.sources());
        return new Row(
                Math.max(one.reach(), other.reach()),
                one.primary() || other.primary(),
                one.read() || other.read(),
                List.copyOf(sources));
    }

    /// How surely a zone is painted when the muscle hurts around itself; 0 where it does not lie.
    double aroundAt(String zone) {
        return around.getOrDefault(zone, 0.0);
    }

    /// The zones of its pain pattern.
    Map<String, Row> rows() {
        return rows;
    }

    /// Whether anything leads from it to a zone.
    boolean reaches(String zone) {
        return rows.containsKey(zone) || around.containsKey(zone);
    }

    /// The ways in which it makes itself felt.
    ///
    /// @param number the muscle's number
    /// @param zones numbers of the zones
    List<Cause> causes(int number, Map<String, Integer> zones) {
        var points = new LinkedHashMap<String, List<Pattern>>();
        for (var pattern : muscle.patterns()) {
            points.computeIfAbsent(pattern.point() == null ? "" : pattern.point(), _ -> new ArrayList<>())
                    .add(pattern);
        }
        var causes = new ArrayList<Cause>();
        var left = 1.0;
        if (!around.isEmpty()) {
            var share = muscle.patterns().isEmpty() ? 1 : AROUND;
            causes.add(cause(number, share, zones, List.of(), 1));
            left -= share;
        }
        if (points.size() > 1) {
            var share = left * POINTS;
            points.forEach((label, patterns) -> causes.add(cause(
                    number, label.equals("rare") ? share * RARE : share, zones, patterns, BELOW_WHILE_SPREADING)));
            left -= share;
        }
        if (!muscle.patterns().isEmpty()) {
            causes.add(cause(number, left, zones, muscle.patterns(), BELOW_WHILE_SPREADING));
        }
        return causes;
    }

    /// Adds to each zone what its neighbours spill, the most of them.
    private void spill(Map<String, Double> misses) {
        var spilt = new HashMap<String, Double>();
        misses.forEach((zone, missed) -> beside.getOrDefault(zone, Set.of())
                .forEach(next -> spilt.merge(next, 1 - BESIDE * (1 - missed), Math::min)));
        spilt.forEach((zone, missed) -> misses.merge(zone, missed, (one, other) -> one * other));
    }

    private Cause cause(
            int number, double share, Map<String, Integer> zones, List<Pattern> patterns, double aroundPart) {
        var misses = new HashMap<String, Double>();
        around.forEach((zone, reach) -> misses.put(zone, 1 - reach * aroundPart));
        var strongest = new HashMap<String, Double>();
        patterns.forEach(
                pattern -> strongest.merge(pattern.zone(), rowOf(pattern).reach(), Math::max));
        strongest.forEach((zone, reach) -> misses.merge(zone, 1 - reach, (one, other) -> one * other));
        spill(misses);
        var sorted =
                misses.keySet().stream().filter(zones::containsKey).sorted().toList();
        var numbers = new int[sorted.size()];
        var reach = new double[sorted.size()];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = zones.getOrDefault(sorted.get(i), 0);
            reach[i] = 1 - misses.getOrDefault(sorted.get(i), 1.0);
        }
        return new Cause(number, share, numbers, reach);
    }
}
