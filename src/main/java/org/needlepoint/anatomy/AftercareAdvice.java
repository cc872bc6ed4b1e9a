package org.needlepoint.anatomy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.Texts;

/// One piece of advice, or one thing to expect, after needling.
///
/// @param fromHours from when after the session, null when the sources do not say
/// @param toHours until when, null for no end
/// @param restricts true for something to leave off until then
/// @param agreement whether the sources agree; where they conflict each practice chooses
public record AftercareAdvice(
        String id,
        String topic,
        int order,
        Texts text,
        @Nullable Double fromHours,
        @Nullable Double toHours,
        @Nullable Boolean restricts,
        String appliesTo,
        Agreement agreement,
        Evidence evidence,
        List<String> sources,
        @Nullable String note,
        Review review) {

    /// How the sources stand to each other.
    public enum Agreement {
        AGREE,
        CONFLICT,
        RANGE,
        TRIAL,
        OPINION
    }

    public AftercareAdvice {
        sources = List.copyOf(sources);
    }

    /// Whether it asks to leave something off.
    public boolean isRestriction() {
        return Boolean.TRUE.equals(restricts);
    }
}
