package org.needlepoint.anatomy;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.needlepoint.anatomy.PainAnswer.Candidate;
import org.needlepoint.anatomy.PainAnswer.Examine;
import org.needlepoint.anatomy.PainRequest.Examined;

/// Which muscle to put a hand on next: the one whose finding, right as often as hands are, is expected to take away
/// most doubt. That is neither the surest candidate nor a hopeless one.
final class ExamineNext {
    /// It chooses among so many of the first candidates.
    static final int AMONG = 8;

    private static final int MOST = 3;
    private static final int MOST_RIVALS = 4;

    private ExamineNext() {}

    static List<Examine> of(List<Candidate> candidates, Collection<Examined> examined) {
        var first = candidates.stream().limit(AMONG).toList();
        return first.stream()
                .filter(candidate ->
                        examined.stream().noneMatch(each -> each.muscle().equals(candidate.muscle())))
                .sorted(Comparator.comparingDouble((Candidate candidate) -> doubtTakenAway(candidate.probability()))
                        .reversed())
                .limit(MOST)
                .map(candidate -> new Examine(candidate.muscle(), candidate.side(), rivals(candidate, first)))
                .toList();
    }

    private static List<String> rivals(Candidate candidate, List<Candidate> first) {
        return first.stream()
                .filter(other -> !other.muscle().equals(candidate.muscle()))
                .filter(other -> !Collections.disjoint(other.explains(), candidate.explains()))
                .map(Candidate::muscle)
                .distinct()
                .limit(MOST_RIVALS)
                .toList();
    }

    /// Mutual information of the muscle and the finding, in nats.
    private static double doubtTakenAway(double probability) {
        var right = Hands.right();
        var found = probability * right + (1 - probability) * (1 - right);
        return doubt(found) - doubt(right);
    }

    private static double doubt(double probability) {
        if (probability <= 0 || probability >= 1) {
            return 0;
        }
        return -probability * StrictMath.log(probability) - (1 - probability) * StrictMath.log(1 - probability);
    }
}
