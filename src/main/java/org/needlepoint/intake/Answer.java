package org.needlepoint.intake;

import java.time.Instant;
import java.util.UUID;

/// An answer on record. Answers are only added; the latest of a question counts.
///
/// @param question  id of the screening question
/// @param visit     the visit for which it was asked
/// @param at        when it was given
/// @param knowledge the edition of the question
public record Answer(String question, Said said, UUID visit, Instant at, Asked asked, String knowledge) {
    boolean positive() {
        return said.given() != Said.Given.NO;
    }
}
