package org.needlepoint.intake;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/// A practitioner has looked at facts that were new, and said a word.
///
/// @param facts  as [Answer#fact] writes them
/// @param word   what was decided
/// @param by     the practitioner's account
public record FactReview(UUID visit, Set<String> facts, String word, Instant at, UUID by) {
    /// Characters of a word.
    public static final int LONGEST_WORD = 200;

    public FactReview {
        facts = Set.copyOf(facts);
    }
}
