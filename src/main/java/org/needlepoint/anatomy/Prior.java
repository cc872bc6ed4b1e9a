package org.needlepoint.anatomy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Condition.Finding;
import org.needlepoint.shared.Laterality;

/// How much more, or less, often studies of a condition found points in a muscle than the usual muscle has
/// them. A weak voice on purpose: most studies are small, and a muscle that nobody counted keeps the factor
/// 1.
final class Prior {

    /// People that the assumption "as usual" is worth. A study of 20 moves a factor half of the way.
    private static final double USUAL_PEOPLE = 20;

    /// A single study speaks for at most so many people, and for so many when it does not say.
    private static final int MOST_PEOPLE = 50;

    private static final int PEOPLE_WHEN_NOT_SAID = 10;

    /// Shares of people taken as usual, chosen and not measured: active points, and active or latent ones.
    private static final double USUAL_ACTIVE = 0.2;

    private static final double USUAL_ANY = 0.4;

    private static final double LEAST_FACTOR = 0.5;
    private static final double MOST_FACTOR = 2;

    private record Key(String muscle, Laterality side) {}

    private static final class Count {
        private double people = USUAL_PEOPLE;
        private double relative = USUAL_PEOPLE;
        private final Set<String> sources = new HashSet<>();
    }

    private final List<Condition> conditions;
    private final Map<Key, Count> counts = new HashMap<>();

    private Prior(List<Condition> conditions) {
        this.conditions = conditions;
    }

    /// The prior for a condition by name or code; one without any effect when it is null or not known.
    static Prior of(Knowledge knowledge, @Nullable String name) {
        var prior = new Prior(name == null ? List.of() : knowledge.conditionsCalled(name));
        for (var condition : prior.conditions) {
            condition.findings().forEach(finding -> prior.count(knowledge, finding));
        }
        return prior;
    }

    private void count(Knowledge knowledge, Finding finding) {
        var relative = relative(finding, 1);
        if (finding.measure() != Finding.Measure.TRIGGER_POINTS || relative.isEmpty()) {
            return;
        }
        if (finding.muscle() != null) {
            add(finding.muscle(), finding, relative.get());
        }
        if (finding.group() != null) {
            var members =
                    knowledge.group(finding.group()).map(MuscleGroup::members).orElse(List.of());
            members.forEach(muscle ->
                    add(muscle, finding, relative(finding, members.size()).orElse(1.0)));
        }
    }

    /// The share of people over the usual share. A share that holds for any of several muscles is spread
    /// over them as if they were independent.
    private static Optional<Double> relative(Finding finding, int muscles) {
        var active = percent(finding.activePct(), finding.activeLow(), finding.activeHigh());
        if (active.isPresent()) {
            return Optional.of(share(active.get(), muscles) / USUAL_ACTIVE);
        }
        return percent(finding.anyPct(), finding.anyLow(), finding.anyHigh())
                .map(any -> share(any, muscles) / USUAL_ANY);
    }

    private static double share(double percent, int muscles) {
        return 1 - StrictMath.pow(1 - percent / 100, 1.0 / muscles);
    }

    private static Optional<Double> percent(@Nullable Double value, @Nullable Double low, @Nullable Double high) {
        if (value != null) {
            return Optional.of(value);
        }
        return low == null || high == null ? Optional.empty() : Optional.of((low + high) / 2);
    }

    private void add(String muscle, Finding finding, double relative) {
        var people = Math.min(MOST_PEOPLE, finding.n() == null ? PEOPLE_WHEN_NOT_SAID : finding.n());
        for (var side : sides(finding.side())) {
            var count = counts.computeIfAbsent(new Key(muscle, side), _ -> new Count());
            count.people += people;
            count.relative += people * relative;
            count.sources.addAll(finding.sources());
        }
    }

    /// The sides a finding speaks of. The painted side is taken as the affected one.
    private static List<Laterality> sides(@Nullable String side) {
        return switch (side) {
            case null -> List.of(Laterality.L, Laterality.R, Laterality.M);
            case "affected" -> List.of(Laterality.L, Laterality.R);
            case "left" -> List.of(Laterality.L);
            case "right" -> List.of(Laterality.R);
            default -> List.of();
        };
    }

    /// What to multiply the weight of a muscle with: 1 as usual, 0.5 to 2.
    double factor(String muscle, Laterality side) {
        var count = counts.get(new Key(muscle, side));
        if (count == null) {
            return 1;
        }
        var factor = StrictMath.sqrt(count.relative / count.people);
        return Math.clamp(factor, LEAST_FACTOR, MOST_FACTOR);
    }

    /// The sources behind the factor; none when it says nothing.
    Set<String> sources(String muscle, Laterality side) {
        var count = counts.get(new Key(muscle, side));
        return count == null ? Set.of() : count.sources;
    }

    /// Names of the conditions that were recognised, in the words of the knowledge files.
    List<String> names() {
        var names = new ArrayList<String>();
        conditions.forEach(condition -> names.add(condition.name()));
        return names;
    }
}
