package org.needlepoint.charting.examination;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.PainAnswer.Candidate;
import org.needlepoint.anatomy.PainLocator;
import org.needlepoint.anatomy.PainRequest;
import org.needlepoint.anatomy.PainRequest.About;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.charting.examination.ExamineMuscle.Opened;
import org.needlepoint.shared.Laterality;
import org.springframework.stereotype.Component;

/// Says which muscles could be targets by what hands found, and why. It proposes; nothing is chosen by itself.
@Component
public class ProposeTargets {
    private final PainLocator locator;
    private final Knowledge knowledge;

    ProposeTargets(PainLocator locator, Knowledge knowledge) {
        this.locator = locator;
        this.knowledge = knowledge;
    }

    /// A muscle on a side, or a point in it, that could be a target.
    public record Proposal(
            String muscle, Laterality side, @Nullable String point, Because because) {}

    /// Muscles in which something was found and that nobody considered yet, in the order of the ranking; those that the
    /// drawing does not speak for follow, the one with most signs first.
    public List<Proposal> proposals(Opened opened, TargetList list) {
        var found = new LinkedHashSet<Hand>();
        opened.examination().standing().stream()
                .filter(finding -> finding.outcome() == Outcome.FOUND)
                .map(finding -> new Hand(finding.muscle(), finding.side(), finding.point()))
                .filter(hand -> !list.considered(hand.muscle(), hand.side(), hand.point()))
                .forEach(found::add);
        if (found.isEmpty()) {
            return List.of();
        }
        var ranked = ranked(opened);
        var proposals = new ArrayList<Proposal>();
        for (var candidate : ranked) {
            for (var hand : List.copyOf(found)) {
                if (speaksFor(candidate, hand.muscle(), hand.side())) {
                    found.remove(hand);
                    proposals.add(propose(opened, hand, candidate));
                }
            }
        }
        found.stream()
                .map(hand -> propose(opened, hand, null))
                .sorted((one, other) -> other.because().reasons().size()
                        - one.because().reasons().size())
                .forEach(proposals::add);
        return proposals;
    }

    private record Hand(
            String muscle, Laterality side, @Nullable String point) {}

    private Proposal propose(Opened opened, Hand hand, @Nullable Candidate candidate) {
        return new Proposal(hand.muscle(), hand.side(), hand.point(), because(opened, hand, candidate));
    }

    /// What speaks for a muscle, or a point in it, by what hands found and what the patient marked; nothing
    /// when neither does.
    ///
    /// @param point null for the muscle as a whole
    public Because because(Opened opened, String muscle, Laterality side, @Nullable String point) {
        var candidate = ranked(opened).stream()
                .filter(each -> speaksFor(each, muscle, side))
                .findFirst()
                .orElse(null);
        return because(opened, new Hand(muscle, side, point), candidate);
    }

    private Because because(Opened opened, Hand hand, @Nullable Candidate candidate) {
        var reasons = new ArrayList<Reason>();
        opened.examination().of(hand.muscle(), hand.side(), hand.point()).stream()
                .filter(finding -> finding.outcome() == Outcome.FOUND)
                .forEach(finding -> reasons.add(Reason.of(finding.sign().word()).orElseThrow()));
        var explains = candidate == null ? List.<ZonePlace>of() : explains(marks(opened), candidate, hand.side());
        if (!explains.isEmpty()) {
            reasons.add(Reason.EXPLAINS_PAIN);
        }
        return new Because(reasons, explains, null);
    }

    private static List<ZonePlace> explains(List<Mark> marks, Candidate candidate, Laterality side) {
        return marks.stream()
                .filter(mark -> candidate.explains().contains(mark.zone()))
                .filter(mark -> side == Laterality.M || mark.side() == side || !sided(mark.side()))
                .map(mark -> new ZonePlace(mark.zone(), mark.side() == Laterality.B ? side : mark.side()))
                .distinct()
                .toList();
    }

    private static boolean sided(Laterality side) {
        return side == Laterality.L || side == Laterality.R;
    }

    private static boolean speaksFor(Candidate candidate, String muscle, Laterality side) {
        return candidate.muscle().equals(muscle) && (candidate.side() == side || candidate.side() == Laterality.B);
    }

    private List<Candidate> ranked(Opened opened) {
        var marks = marks(opened);
        return marks.isEmpty()
                ? List.of()
                : locator.locate(new PainRequest(
                                marks, About.NOTHING, opened.examination().examined(), PainRequest.MOST_CANDIDATES))
                        .candidates();
    }

    private List<Mark> marks(Opened opened) {
        return PaintedMarks.of(opened.pain(), knowledge);
    }
}
