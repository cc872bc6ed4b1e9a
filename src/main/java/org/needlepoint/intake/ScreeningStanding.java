package org.needlepoint.intake;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// How far the questions before a visit have come.
public sealed interface ScreeningStanding {
    /// Nobody was asked anything yet.
    record NotAsked() implements ScreeningStanding {}

    /// Some answers are missing or hold no longer.
    ///
    /// @param missing ids of the questions still to be asked
    record Incomplete(List<String> missing) implements ScreeningStanding {
        public Incomplete {
            missing = List.copyOf(missing);
        }
    }

    /// Something is new since the patient agreed: no needles until a practitioner has looked at it and said a word.
    ///
    /// @param overall the worst of all answers, wherever it concerns
    /// @param reasons what is new, the worst first
    /// @param facts   the same as facts, for [ReviewFacts#review]
    record Suspended(Screening overall, List<Reason> reasons, Set<String> facts) implements ScreeningStanding {
        public Suspended {
            reasons = List.copyOf(reasons);
            facts = Set.copyOf(facts);
        }
    }

    /// Every question has an answer that holds for this visit.
    ///
    /// @param overall   the worst of all answers, wherever it concerns
    /// @param askedAt   when the latest answer was given
    /// @param factsHash changes when a yes or an unsure does: until then what was acknowledged stays so (rule C4)
    record Complete(Screening overall, Instant askedAt, String factsHash) implements ScreeningStanding {}
}
