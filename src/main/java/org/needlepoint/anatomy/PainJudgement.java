package org.needlepoint.anatomy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.needlepoint.anatomy.PainAnswer.NerveRoot;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.shared.Laterality;

/// What is thought of each muscle before the drawing is looked at: from studies of the complaint, from movements
/// that make it worse, from how long it hurts, and from what a hand has found; and which nerve roots the quality of
/// the pain speaks for. Chosen, not measured, apart from [Prior] and [Hands].
final class PainJudgement {
    /// Odds that a muscle of one side is responsible for any pain at all.
    private static final double USUAL_ODDS = 0.04;

    // A muscle that makes the movement which hurts, and one that does not.
    private static final double MOVES = 1.8;
    private static final double DOES_NOT_MOVE = 0.85;

    /// Pain of more than three months has more often drawn in further muscles.
    private static final int LONG_DAYS = 90;

    private static final double LONG = 1.25;

    /// A root is named when its skin holds this part of the marks that feel as nerves do.
    private static final double OF_ONE_ROOT = 0.6;

    private static final int MOST_ROOTS = 3;

    private final Knowledge knowledge;
    private final Prior any;
    private final Map<String, Set<String>> moves = new HashMap<>();

    PainJudgement(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.any = Prior.ofAny(knowledge);
        knowledge.movements().forEach(movement -> moves.put(movement.id(), new HashSet<>(movement.muscles())));
    }

    /// Odds of every muscle for one request.
    final class Odds {
        private final PainRequest request;
        private final Prior named;

        private Odds(PainRequest request) {
            this.request = request;
            this.named = Prior.of(knowledge, request.about());
        }

        /// The odds that a muscle on a side is responsible.
        double of(String muscle, Laterality side) {
            var odds = USUAL_ODDS * prior().factor(muscle, side) * moved(muscle);
            var days = request.about().days();
            if (days != null && days > LONG_DAYS) {
                odds *= LONG;
            }
            return odds * Hands.factor(request.examined(), muscle, side);
        }

        /// Whether a hand has found more on one side than on the other.
        boolean toldApart(String muscle) {
            return Hands.factor(request.examined(), muscle, Laterality.L)
                    != Hands.factor(request.examined(), muscle, Laterality.R);
        }

        private Prior prior() {
            return named.isEmpty() ? any : named;
        }

        private double moved(String muscle) {
            var movements = request.about().movements();
            if (movements.isEmpty()) {
                return 1;
            }
            return movements.stream()
                            .anyMatch(movement ->
                                    moves.getOrDefault(movement, Set.of()).contains(muscle))
                    ? MOVES
                    : DOES_NOT_MOVE;
        }

        /// Ids of the sources behind the odds of a muscle, when the complaint is known.
        Set<String> sources(String muscle) {
            var sources = new TreeSet<String>();
            for (var side : List.of(Laterality.L, Laterality.R)) {
                sources.addAll(named.sources(muscle, side));
            }
            return sources;
        }

        /// What was made of what is known of the complaint.
        List<String> notes() {
            var notes = new ArrayList<String>();
            var condition = request.condition();
            if (!named.isEmpty()) {
                notes.add("weak prior from studies of: " + String.join("; ", named.names()));
            } else if (condition != null) {
                notes.add("no study counted trigger points in \"" + condition + "\", so no prior is used");
            }
            if (named.isEmpty() && !request.about().pursuits().isEmpty()) {
                notes.add("no study counted trigger points in people of this occupation or sport");
            }
            return notes;
        }
    }

    Odds of(PainRequest request) {
        return new Odds(request);
    }

    /// Roots whose skin holds most of the marks that feel as nerves do, on one side; the fullest first.
    List<NerveRoot> nerveRoots(Collection<Mark> marks) {
        var zones = marks.stream()
                .filter(mark -> mark.quality() != null && mark.quality().nerveLike())
                .map(Mark::zone)
                .collect(Collectors.toCollection(TreeSet::new));
        if (zones.isEmpty()) {
            return List.of();
        }
        var held = new LinkedHashMap<String, List<String>>();
        for (var dermatome : knowledge.dermatomes()) {
            var here = dermatome.zones().stream().filter(zones::contains).toList();
            if (here.size() >= OF_ONE_ROOT * zones.size()) {
                held.put(dermatome.root(), here);
            }
        }
        return held.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<String>> entry) ->
                                entry.getValue().size())
                        .reversed())
                .limit(MOST_ROOTS)
                .map(entry -> new NerveRoot(entry.getKey(), entry.getValue()))
                .toList();
    }

    static double rounded(double probability) {
        return Math.round(Math.clamp(probability, 0, 1) * 10_000) / 10_000.0;
    }
}
