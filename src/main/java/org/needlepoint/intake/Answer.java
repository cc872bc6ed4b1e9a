package org.needlepoint.intake;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An answer on record. Answers are only added; the latest of a question counts.
///
/// @param question    id of the screening question
/// @param visit       the visit for which it was given
/// @param at          when it was given
/// @param knowledge   the edition of the question
/// @param carriedFrom when it was first given, where somebody said since that nothing has changed; null otherwise
public record Answer(
        String question,
        Said said,
        UUID visit,
        Instant at,
        Asked asked,
        String knowledge,
        @Nullable Instant carriedFrom) {
    Answer(String question, Said said, UUID visit, Instant at, Asked asked, String knowledge) {
        this(question, said, visit, at, asked, knowledge, null);
    }

    boolean positive() {
        return said.given() != Said.Given.NO;
    }

    /// When it was given in so many words.
    public Instant first() {
        return carriedFrom == null ? at : carriedFrom;
    }

    /// What it says as a fact, the same for the same answer: `anticoagulant=yes@`.
    String fact() {
        return question + "=" + said.given().code() + "@"
                + said.places().stream().map(ReportedPlace::code).sorted().collect(Collectors.joining(","));
    }

    /// The same answer, still true at another visit.
    Answer carriedTo(UUID another, Instant when, Asked by) {
        return new Answer(question, said, another, when, by, knowledge, first());
    }
}
