package org.needlepoint.anatomy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.Laterality;

/// A drawing of pain, for the pain locator.
///
/// @param marks one or more, at most [#MOST_MARKS]; order does not matter, of repeated marks the strongest
/// counts
/// @param condition a known complaint, by name or ICD-10-CM code; null when none is given
/// @param limit how many candidates at most, 1 to [#MOST_CANDIDATES]
public record PainRequest(List<Mark> marks, @Nullable String condition, int limit) {

    /// More than every zone on every side.
    public static final int MOST_MARKS = 500;

    /// As many as there are muscles.
    public static final int MOST_CANDIDATES = 150;

    /// When the request does not say.
    public static final int USUAL_LIMIT = 20;

    /// A painted zone.
    ///
    /// @param zone id of a zone
    /// @param side left, right, both, or midline (also for "not sided")
    /// @param intensity 0 to 10
    public record Mark(String zone, Laterality side, double intensity) {

        /// When the mark does not say.
        public static final double USUAL_INTENSITY = 5;

        public Mark {
            if (!(intensity >= 0 && intensity <= 10)) {
                throw new IllegalArgumentException("intensity must be 0 to 10, was " + intensity);
            }
        }
    }

    public PainRequest {
        marks = List.copyOf(marks);
        if (marks.isEmpty() || marks.size() > MOST_MARKS) {
            throw new IllegalArgumentException("1 to " + MOST_MARKS + " marks, were " + marks.size());
        }
        if (limit < 1 || limit > MOST_CANDIDATES) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST_CANDIDATES + ", was " + limit);
        }
    }
}
