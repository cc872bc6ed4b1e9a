package org.needlepoint.anatomy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.needlepoint.anatomy.PainAnswer.Candidate;
import org.needlepoint.anatomy.PainAnswer.NerveRoot;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.anatomy.atlas.Atlas;
import org.needlepoint.anatomy.atlas.Atlas.Near;
import org.needlepoint.anatomy.locator.Cause;
import org.needlepoint.anatomy.locator.Explanations;
import org.needlepoint.shared.Laterality;

/// Ranks the muscles whose pain patterns, or whose place in the body, could explain a drawing. The same drawing always
/// gets the same answer, in whatever order its marks come; nothing is read, stored or sent. What the figures mean, and
/// what they do not: `docs/explanation/pain-locator.md`.
public final class PainLocator {
    private static final List<Laterality> SIDES = List.of(Laterality.L, Laterality.R);

    /// A zone where the muscle is felt less surely than this when it hurts around itself is not explained by that.
    private static final double LIES_THERE = 0.1;

    private static final int TOP = 5;

    private final Knowledge knowledge;
    private final RedFlags redFlags;
    private final PainJudgement judgement;
    private final List<Muscle> muscles;
    private final List<MuscleReach> reaches = new ArrayList<>();
    private final Map<String, Integer> zones = new HashMap<>();
    private final Set<String> reached;
    private final Explanations explanations;

    /// A locator over this edition of the knowledge.
    ///
    /// @param neighbours where the muscles lie on the body map; without any the patterns alone decide
    /// @param beside for each zone those that border on it there
    public PainLocator(Knowledge knowledge, Collection<Near> neighbours, Map<String, Set<String>> beside) {
        this.knowledge = knowledge;
        this.redFlags = new RedFlags(knowledge);
        this.judgement = new PainJudgement(knowledge);
        this.muscles = knowledge.muscles().stream()
                .filter(muscle -> muscle.replacedBy() == null)
                .toList();
        knowledge.zones().forEach(zone -> zones.put(zone.id(), zones.size()));
        var near = neighbours.stream().collect(Collectors.groupingBy(Near::muscle));
        var causes = new ArrayList<Cause>();
        for (var muscle : muscles) {
            var reach = new MuscleReach(muscle, near.getOrDefault(muscle.id(), List.of()), beside);
            causes.addAll(reach.causes(reaches.size(), zones));
            reaches.add(reach);
        }
        this.explanations = new Explanations(causes, muscles.size(), zones.size());
        this.reached = zones.keySet().stream()
                .filter(zone -> reaches.stream().anyMatch(reach -> explains(reach, zone)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// A locator over this edition of the knowledge and the body map that was built with it.
    public static PainLocator of(Knowledge knowledge) {
        return of(knowledge, Atlas.load());
    }

    /// A locator over this edition of the knowledge and an atlas.
    public static PainLocator of(Knowledge knowledge, Atlas atlas) {
        return new PainLocator(knowledge, atlas.near(), atlas.beside());
    }

    /// A muscle on a side with its probability, not yet rounded.
    private record Ranked(int number, Laterality side, double probability) {}

    /// Candidates, red flag questions and notes for a drawing.
    ///
    /// @throws IllegalArgumentException when a mark names an unknown zone
    public PainAnswer locate(PainRequest request) {
        for (var mark : request.marks()) {
            if (!zones.containsKey(mark.zone())) {
                throw new IllegalArgumentException("unknown zone " + mark.zone());
            }
        }
        var roots = judgement.nerveRoots(request.marks());
        var painted = new PaintedZones(
                zones,
                request.marks(),
                roots.stream().flatMap(root -> root.zones().stream()).collect(Collectors.toCollection(TreeSet::new)));
        var odds = judgement.of(request);
        var best = rank(painted, odds).stream()
                .limit(Math.max(request.limit(), ExamineNext.AMONG))
                .map(ranked -> candidate(ranked, painted, odds))
                .toList();
        var all = zonesOf(request.marks());
        var candidates = best.subList(0, Math.min(request.limit(), best.size()));
        return new PainAnswer(
                redFlags.questionsFor(all, null),
                candidates,
                ExamineNext.of(best, request.examined()),
                roots,
                all.stream().filter(zone -> !reached.contains(zone)).toList(),
                notes(request, odds, candidates, roots));
    }

    private List<String> zonesOf(List<Mark> marks) {
        return marks.stream()
                .map(Mark::zone)
                .distinct()
                .sorted(Comparator.comparing(zones::get))
                .toList();
    }

    private List<Ranked> rank(PaintedZones painted, PainJudgement.Odds odds) {
        var weighed = new EnumMap<Laterality, double[]>(Laterality.class);
        for (var side : SIDES) {
            if (painted.speaksFor(side)) {
                weighed.put(side, explanations.weigh(painted.of(side), oddsOf(odds, side)));
            }
        }
        var ranked = new ArrayList<Ranked>();
        for (var number = 0; number < muscles.size(); number++) {
            rank(number, painted, odds, weighed, ranked);
        }
        ranked.sort(Comparator.comparingDouble(Ranked::probability)
                .reversed()
                .thenComparing(each -> muscles.get(each.number()).id())
                .thenComparing(Ranked::side));
        return ranked;
    }

    private double[] oddsOf(PainJudgement.Odds odds, Laterality side) {
        var each = new double[muscles.size()];
        for (var number = 0; number < each.length; number++) {
            each[number] = odds.of(muscles.get(number).id(), side);
        }
        return each;
    }

    private void rank(
            int number,
            PaintedZones painted,
            PainJudgement.Odds odds,
            Map<Laterality, double[]> weighed,
            List<Ranked> into) {
        var muscle = muscles.get(number);
        var left = probability(number, Laterality.L, painted, weighed);
        var right = probability(number, Laterality.R, painted, weighed);
        if (muscle.side() == Muscle.Side.UNPAIRED) {
            add(number, Laterality.M, Math.max(left, right), into);
        } else if (left >= 0 && right >= 0 && painted.alike() && !odds.toldApart(muscle.id())) {
            add(number, Laterality.B, Math.max(left, right), into);
        } else {
            add(number, Laterality.L, left, into);
            add(number, Laterality.R, right, into);
        }
    }

    private static void add(int number, Laterality side, double probability, List<Ranked> into) {
        if (probability >= 0) {
            into.add(new Ranked(number, side, probability));
        }
    }

    /// The probability of a muscle on a side; below 0 when it explains nothing there.
    private double probability(int number, Laterality side, PaintedZones painted, Map<Laterality, double[]> weighed) {
        var probabilities = weighed.get(side);
        if (probabilities != null) {
            for (var zone : painted.zones(side)) {
                if (explains(reaches.get(number), zone)) {
                    return probabilities[number];
                }
            }
        }
        return -1;
    }

    private static boolean explains(MuscleReach reach, String zone) {
        return reach.rows().containsKey(zone) || reach.aroundAt(zone) >= LIES_THERE;
    }

    private Candidate candidate(Ranked ranked, PaintedZones painted, PainJudgement.Odds odds) {
        var muscle = muscles.get(ranked.number());
        var reach = reaches.get(ranked.number());
        var seen = painted.zones(ranked.side());
        var explained = seen.stream().filter(zone -> explains(reach, zone)).toList();
        var around = explained.stream()
                .filter(zone -> !reach.rows().containsKey(zone))
                .toList();
        var against = reach.rows().entrySet().stream()
                .filter(row -> row.getValue().primary() && !seen.contains(row.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        var sources = new TreeSet<>(odds.sources(muscle.id()));
        for (var zone : explained) {
            var row = reach.rows().get(zone);
            if (row != null) {
                sources.addAll(row.sources());
            }
            if (reach.aroundAt(zone) >= LIES_THERE) {
                sources.add(BODY_MAP);
            }
        }
        return new Candidate(
                muscle.id(),
                ranked.side(),
                PainJudgement.rounded(ranked.probability()),
                explained,
                around,
                against,
                List.copyOf(sources),
                muscle.review().status());
    }

    /// Id of the source of where muscles lie.
    public static final String BODY_MAP = "needlepoint-bodymap";

    private List<String> notes(
            PainRequest request, PainJudgement.Odds odds, List<Candidate> best, List<NerveRoot> roots) {
        var notes = new ArrayList<String>(odds.notes());
        var unsided = request.marks().stream()
                .filter(mark -> mark.side() == Laterality.M)
                .map(Mark::zone)
                .filter(zone -> knowledge.zone(zone).map(Zone::sideable).orElse(false))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!unsided.isEmpty()) {
            notes.add("painted without a side, so either side may be meant: " + String.join(", ", unsided));
        }
        if (!roots.isEmpty()) {
            notes.add("burning, tingling or numbness there may come from a nerve root ("
                    + roots.stream().map(NerveRoot::root).collect(Collectors.joining(", "))
                    + "), so muscles count for less");
        }
        var unchecked = best.stream()
                .limit(TOP)
                .filter(this::unread)
                .map(Candidate::muscle)
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

    private boolean unread(Candidate candidate) {
        var rows = knowledge.muscle(candidate.muscle()).stream()
                .flatMap(muscle -> muscle.patterns().stream())
                .filter(pattern -> candidate.explains().contains(pattern.zone()))
                .toList();
        return !rows.isEmpty()
                && candidate.around().isEmpty()
                && rows.stream().noneMatch(pattern -> pattern.evidence() == Evidence.READ);
    }
}
