package org.needlepoint.anatomy;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.Texts;

/// A question in the hours and days after needling, and what to do when the answer is yes. Which of them are asked
/// follows from what lies near the needled muscles, not from the names of regions (rule C6).
///
/// @param order       the most urgent first
/// @param instruction what to do now; the emergency number is the country's and stands beside it
/// @param hazards     hazard ids that ask it, or `any`; empty when only techniques do
/// @param techniques  such as `injection`; null when only hazards ask it
/// @param windows     the check-ins that are made for it, also on later visits
/// @param suspects    what a practitioner should think of
public record WatchQuestion(
        String id,
        @Nullable String replacedBy,
        int order,
        Level level,
        Texts ask,
        Texts instruction,
        List<String> hazards,
        @Nullable List<String> techniques,
        List<Window> windows,
        List<String> suspects,
        @Nullable String note,
        Evidence evidence,
        List<String> sources,
        Review review) {

    /// How soon somebody must act on a yes.
    public enum Level {
        /// Emergency number or department now.
        EMERGENCY,
        /// Medical care the same day.
        TODAY
    }

    /// When a patient is asked, counted from the end of the needling.
    public enum Window {
        HOURS,
        ONE_DAY,
        TWO_DAYS,
        THREE_DAYS
    }

    public WatchQuestion {
        hazards = List.copyOf(hazards);
        techniques = techniques == null ? null : List.copyOf(techniques);
        windows = List.copyOf(windows);
        suspects = List.copyOf(suspects);
        sources = List.copyOf(sources);
    }

    /// Whether it is asked after needles near these hazards with these techniques.
    ///
    /// @param near hazard ids of the needled muscles
    /// @param used such as `dry-needling` or `injection`
    public boolean isAskedFor(Set<String> near, Set<String> used) {
        return hazards.contains("any")
                || hazards.stream().anyMatch(near::contains)
                || (techniques != null && techniques.stream().anyMatch(used::contains));
    }
}
