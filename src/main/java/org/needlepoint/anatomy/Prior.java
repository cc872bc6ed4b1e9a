package org.needlepoint.anatomy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Condition.Finding;
import org.needlepoint.anatomy.PainRequest.About;
import org.needlepoint.shared.Laterality;

/// How much more, or less, often studies found active points in a muscle than the usual muscle has them: in people
/// with the complaint that is known, or else, more weakly, in people with any. A weak voice on purpose: most
/// studies are small, and a muscle that nobody counted keeps the factor 1.
final class Prior {

    /// People that the assumption "as usual" is worth. A study of 20 moves a factor half of the way.
    private static final double USUAL_PEOPLE = 20;

    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");

    /// A single study speaks for at most so many people, and for so many when it does not say.
    private static final int MOST_PEOPLE = 50;

    private static final int PEOPLE_WHEN_NOT_SAID = 10;

    /// Shares of people taken as usual, chosen and not measured: active points, and active or latent ones.
    private static final double USUAL_ACTIVE = 0.2;

    private static final double USUAL_ANY = 0.4;

    // The most that studies of a known complaint, and of any complaint, may move a muscle.
    private static final double MOST_FACTOR = 2.5;
    private static final double MOST_FACTOR_OF_ANY = 1.7;

    /// First letters of a word by which "running" and "runners" are the same pursuit.
    private static final int STEM = 4;

    private static final Set<String> TOO_COMMON = Set.of("work", "with", "play", "pain", "wome");

    private record Key(String muscle, Laterality side) {}

    private static final class Count {
        private double people = USUAL_PEOPLE;
        private double relative = USUAL_PEOPLE;
        private final Set<String> sources = new HashSet<>();
    }

    private final List<Condition> conditions;
    private final double most;
    private final Map<Key, Count> counts = new HashMap<>();

    private Prior(List<Condition> conditions, double most) {
        this.conditions = conditions;
        this.most = most;
    }

    /// What studies of people with any complaint say together; for a drawing of which no complaint is known.
    static Prior ofAny(Knowledge knowledge) {
        var patients = knowledge.conditions().stream()
                .filter(condition -> !condition.comparison())
                .toList();
        return counted(knowledge, new Prior(patients, MOST_FACTOR_OF_ANY));
    }

    /// The prior for a complaint, or else for people of an occupation or a sport; one that says nothing when
    /// nothing is known of either.
    static Prior of(Knowledge knowledge, About about) {
        var named = about.condition() == null
                ? about.pursuits().stream()
                        .flatMap(pursuit -> of(knowledge, pursuit))
                        .distinct()
                        .toList()
                : knowledge.conditionsCalled(about.condition());
        return counted(knowledge, new Prior(named, MOST_FACTOR));
    }

    private static Stream<Condition> of(Knowledge knowledge, String pursuit) {
        return knowledge.conditions().stream()
                .filter(condition -> !condition.comparison())
                .filter(condition -> !Collections.disjoint(stems(condition.name()), stems(pursuit)));
    }

    private static Set<String> stems(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(word -> word.group().substring(0, STEM))
                .filter(stem -> !TOO_COMMON.contains(stem))
                .collect(Collectors.toSet());
    }

    private static Prior counted(Knowledge knowledge, Prior prior) {
        prior.conditions.forEach(condition -> condition.findings().forEach(finding -> prior.count(knowledge, finding)));
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

    /// What to multiply the odds of a muscle with: 1 as usual.
    double factor(String muscle, Laterality side) {
        var count = counts.get(new Key(muscle, side));
        if (count == null) {
            return 1;
        }
        return Math.clamp(count.relative / count.people, 1 / most, most);
    }

    /// The sources behind the factor; none when it says nothing.
    Set<String> sources(String muscle, Laterality side) {
        var count = counts.get(new Key(muscle, side));
        return count == null ? Set.of() : count.sources;
    }

    /// Whether anything is known.
    boolean isEmpty() {
        return conditions.isEmpty();
    }

    /// Names of the conditions that were recognised, in the words of the knowledge files.
    List<String> names() {
        var names = new ArrayList<String>();
        conditions.forEach(condition -> names.add(condition.name()));
        return names;
    }
}
