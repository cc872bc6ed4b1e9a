package org.needlepoint.anatomy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.PainAnswer.Candidate;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.anatomy.Pattern.Strength;
import org.needlepoint.shared.Laterality;

/// Ranks the muscles whose pain patterns could explain a drawing. The same drawing always gets the same
/// answer, in whatever order its marks come; nothing is read, stored or sent. What the figures mean, and
/// what they do not: `docs/explanation/pain-locator.md`.
public final class PainLocator {

    // How often a zone of a pattern is painted when the muscle is responsible. Chosen, not measured.
    private static final double PRIMARY = 0.7;
    private static final double SPILLOVER = 0.35;

    /// A row that nobody has checked in a source counts for less.
    private static final double UNREAD = 0.7;

    /// How often a zone is painted when the muscle has nothing to do with it. Chosen, not measured.
    private static final double CHANCE = 0.05;

    /// People paint less than they feel, so a zone left out speaks against a muscle with less than its full
    /// weight.
    private static final double LEFT_OUT = 0.7;

    /// Weight of "none of the muscles we know" at every painted zone.
    private static final double SOMETHING_ELSE = 1;

    /// How much explaining the whole drawing counts on top.
    private static final double WHOLE_DRAWING = 1;

    private static final int TOP = 5;

    private final Knowledge knowledge;
    private final RedFlags redFlags;
    private final Map<String, Map<String, Row>> rows = new LinkedHashMap<>();

    /// A muscle's strongest tie to a zone, and the sources of all its ties there.
    private record Row(double reach, boolean read, Set<String> sources) {}

    private record Scored(Muscle muscle, Laterality side, double weight, Map<String, Row> explained) {}

    /// A locator over this edition of the knowledge.
    public PainLocator(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.redFlags = new RedFlags(knowledge);
        for (var muscle : knowledge.muscles()) {
            if (muscle.replacedBy() == null) {
                rows.put(muscle.id(), rowsOf(muscle));
            }
        }
    }

    private static Map<String, Row> rowsOf(Muscle muscle) {
        var byZone = new LinkedHashMap<String, Row>();
        for (var pattern : muscle.patterns()) {
            var read = pattern.evidence() == Evidence.READ;
            var reach = (pattern.strength() == Strength.PRIMARY ? PRIMARY : SPILLOVER) * (read ? 1 : UNREAD);
            byZone.merge(pattern.zone(), new Row(reach, read, new TreeSet<>(pattern.sources())), (one, other) -> {
                var sources = new TreeSet<>(one.sources());
                sources.addAll(other.sources());
                return new Row(Math.max(one.reach(), other.reach()), one.read() || other.read(), sources);
            });
        }
        return byZone;
    }

    /// Candidates, red flag questions and notes for a drawing.
    ///
    /// @throws IllegalArgumentException when a mark names an unknown zone
    public PainAnswer locate(PainRequest request) {
        for (var mark : request.marks()) {
            if (knowledge.zone(mark.zone()).isEmpty()) {
                throw new IllegalArgumentException("unknown zone " + mark.zone());
            }
        }
        var painted = paintedZones(request.marks());
        var prior = Prior.of(knowledge, request.condition());
        var all = new ArrayList<Candidate>();
        var unread = new TreeSet<String>();
        for (var side : List.of(Laterality.L, Laterality.R, Laterality.M)) {
            var drawing = drawing(request.marks(), side);
            var scored = score(drawing, side, prior);
            for (var candidate : scored) {
                var paired = candidate.muscle().side() == Muscle.Side.PAIRED;
                if (paired == (side == Laterality.M)) {
                    continue; // a rival on this side, named on its own
                }
                all.add(candidate(candidate, drawing, scored, prior));
                if (candidate.explained().values().stream().noneMatch(Row::read)) {
                    unread.add(candidate.muscle().id());
                }
            }
        }
        all.sort(Comparator.comparingDouble(Candidate::probability)
                .reversed()
                .thenComparing(Candidate::muscle)
                .thenComparing(Candidate::side));
        var explained = new LinkedHashSet<String>();
        all.forEach(candidate -> explained.addAll(candidate.explains()));
        var unexplained =
                painted.stream().filter(zone -> !explained.contains(zone)).toList();
        var best = all.subList(0, Math.min(request.limit(), all.size()));
        var questions = redFlags.questionsFor(painted, null);
        return new PainAnswer(questions, best, unexplained, notes(request, prior, best, unread));
    }

    /// The painted zones in the order of the map, from head to foot.
    private List<String> paintedZones(List<Mark> marks) {
        return knowledge.zones().stream()
                .map(Zone::id)
                .filter(zone -> marks.stream().anyMatch(mark -> mark.zone().equals(zone)))
                .toList();
    }

    /// What of the drawing a muscle on this side could explain: zone to weight, 0 to 1. Pain on both sides,
    /// in the midline or without a side may come from either side. A muscle without sides (M) may explain
    /// all of it.
    private Map<String, Double> drawing(List<Mark> marks, Laterality side) {
        var drawing = new LinkedHashMap<String, Double>();
        for (var zone : paintedZones(marks)) {
            marks.stream()
                    .filter(mark -> mark.zone().equals(zone))
                    .filter(mark -> side == Laterality.M
                            || mark.side() == side
                            || mark.side() == Laterality.B
                            || mark.side() == Laterality.M)
                    .mapToDouble(mark -> (1 + mark.intensity()) / 11)
                    .max()
                    .ifPresent(weight -> drawing.put(zone, weight));
        }
        return drawing;
    }

    /// Every muscle that explains some of the drawing, taken as if it were on this side.
    private List<Scored> score(Map<String, Double> drawing, Laterality side, Prior prior) {
        var scored = new ArrayList<Scored>();
        for (var muscle : knowledge.muscles()) {
            var pattern = rows.get(muscle.id());
            if (pattern == null) {
                continue;
            }
            var explained = new LinkedHashMap<String, Row>();
            drawing.keySet().forEach(zone -> explained.computeIfAbsent(zone, pattern::get));
            if (!explained.isEmpty()) {
                var weight = StrictMath.exp(evidence(pattern, drawing)) * prior.factor(muscle.id(), side);
                scored.add(new Scored(muscle, side, weight, explained));
            }
        }
        return scored;
    }

    /// How much the drawing speaks for a muscle, as a logarithm: for every zone of its pattern that is
    /// painted, by intensity; against it for every zone of its pattern that is not; and for it when it
    /// explains the drawing as a whole.
    private static double evidence(Map<String, Row> pattern, Map<String, Double> drawing) {
        var sum = 0.0;
        var explained = 0.0;
        for (var entry : pattern.entrySet()) {
            var reach = entry.getValue().reach();
            var weight = drawing.get(entry.getKey());
            if (weight == null) {
                sum += LEFT_OUT * StrictMath.log((1 - reach) / (1 - CHANCE));
            } else {
                sum += weight * StrictMath.log(reach / CHANCE);
                explained += weight;
            }
        }
        var whole = drawing.values().stream().mapToDouble(Double::doubleValue).sum();
        return sum + WHOLE_DRAWING * explained / whole;
    }

    /// At every zone the candidates share the responsibility with "something else", by weight and reach.
    /// The probability is a muscle's mean share over the zones it explains.
    private Candidate candidate(Scored candidate, Map<String, Double> drawing, List<Scored> rivals, Prior prior) {
        var shares = 0.0;
        var weights = 0.0;
        var sources = new TreeSet<String>();
        for (var entry : candidate.explained().entrySet()) {
            var zone = entry.getKey();
            var row = entry.getValue();
            var all = SOMETHING_ELSE;
            for (var rival : rivals) {
                var theirs = rival.explained().get(zone);
                all += theirs == null ? 0 : rival.weight() * theirs.reach();
            }
            var weight = drawing.getOrDefault(zone, 0.0) * row.reach();
            shares += weight * candidate.weight() * row.reach() / all;
            weights += weight;
            sources.addAll(row.sources());
        }
        var muscle = candidate.muscle();
        sources.addAll(prior.sources(muscle.id(), candidate.side()));
        return new Candidate(
                muscle.id(),
                candidate.side(),
                rounded(shares / weights),
                List.copyOf(candidate.explained().keySet()),
                List.copyOf(sources),
                muscle.review().status());
    }

    private static double rounded(double probability) {
        return Math.round(Math.clamp(probability, 0, 1) * 10_000) / 10_000.0;
    }

    private List<String> notes(PainRequest request, Prior prior, List<Candidate> best, Set<String> unread) {
        var notes = new ArrayList<String>();
        noteOnCondition(request.condition(), prior, notes);
        var unsided = request.marks().stream()
                .filter(mark -> mark.side() == Laterality.M)
                .map(Mark::zone)
                .filter(zone -> knowledge.zone(zone).map(Zone::sideable).orElse(false))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!unsided.isEmpty()) {
            notes.add("painted without a side, so either side may be meant: " + String.join(", ", unsided));
        }
        var unchecked = best.stream()
                .limit(TOP)
                .map(Candidate::muscle)
                .filter(unread::contains)
                .distinct()
                .toList();
        if (!unchecked.isEmpty()) {
            notes.add("ranked by pain patterns that nobody has checked in a source: " + String.join(", ", unchecked));
        }
        if (best.isEmpty()) {
            notes.add("no known pain pattern leads to what is painted");
        }
        return notes;
    }

    private static void noteOnCondition(@Nullable String condition, Prior prior, List<String> notes) {
        if (condition == null) {
            return;
        }
        if (prior.names().isEmpty()) {
            notes.add("no study counted trigger points in \"" + condition + "\", so no prior is used");
        } else {
            notes.add("weak prior from studies of: " + String.join("; ", prior.names()));
        }
    }
}
