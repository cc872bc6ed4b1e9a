package org.needlepoint.anatomy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a clinician has said about a piece of knowledge. Until then it is shown as "not yet clinically
/// reviewed".
///
/// @param by names of those who reviewed it
/// @param on ISO date of the review, null before
/// @param es state of the Spanish text, null where there is none
public record Review(
        State status,
        List<String> by,
        @Nullable String on,
        @Nullable State es) {

    /// Whether someone who may judge it has read it.
    public enum State {
        UNREVIEWED,
        REVIEWED
    }

    public Review {
        by = List.copyOf(by);
    }
}
