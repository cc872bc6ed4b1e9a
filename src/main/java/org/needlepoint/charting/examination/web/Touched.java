package org.needlepoint.charting.examination.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is said of the structure and the point that were touched.
///
/// @param named  null when no structure was
/// @param strip  null when no point was
/// @param missed whether the point lies where nothing was measured
record Touched(@Nullable Named named, @Nullable Strip strip, boolean missed) {

    /// A structure.
    ///
    /// @param kind    "artery"
    /// @param place   "outermost", "layer 3 from the skin"; null for what is no muscle
    /// @param basis   why its edge is dashed; null for what was measured
    /// @param views   the views on which it is drawn
    /// @param muscles what the knowledge says of it; empty where it has no such muscle
    record Named(
            String id,
            String side,
            String label,
            String kind,
            @Nullable String place,
            @Nullable String basis,
            List<Seen> views,
            List<Known> muscles) {}

    /// A view on which a structure is drawn.
    record Seen(String view, String label) {}

    /// A muscle of the knowledge.
    ///
    /// @param hazards what is listed near it; empty says nothing about a patient
    record Known(String id, String label, List<String> hazards, boolean unreviewed) {}

    /// A needle's line, from the skin inward, without any depth (rule C1).
    ///
    /// @param title   the site's name, or that it is the point that was touched
    /// @param way     how the needle points
    /// @param phrase  what is said of hazards on the line
    /// @param through in order
    /// @param beside  what lies beside the line, the nearest first
    record Strip(String title, String way, String phrase, List<Met> through, List<Met> beside) {}

    /// A structure on or beside the line.
    ///
    /// @param id    to choose it; null for a bone
    /// @param css   its kind, as styles name it
    /// @param muscles what of the knowledge it is, to be chosen for a needle
    record Met(
            @Nullable String id,
            String side,
            String label,
            String kind,
            String css,
            boolean hazard,
            boolean drawnByUs,
            List<Known> muscles) {}
}
