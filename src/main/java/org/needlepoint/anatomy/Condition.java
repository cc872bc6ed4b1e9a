package org.needlepoint.anatomy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A complaint, or a healthy comparison group, in which studies counted trigger points.
///
/// @param also other names under which it is recognised
/// @param comparison true for people without the complaint
public record Condition(
        String id,
        String name,
        List<String> also,
        @Nullable String icd10cm,
        boolean comparison,
        List<Finding> findings,
        Review review) {

    /// One figure from one study. Percentages of people; a null is not known, never zero.
    ///
    /// @param muscle muscle id; null when a group is reported
    /// @param group muscle group id; null when a muscle is reported
    /// @param side right, left, affected and so on; null when sides are not told apart
    /// @param measure what was counted; tenderness is not trigger points
    /// @param anyPct active or latent, not told apart
    /// @param n people examined
    public record Finding(
            @Nullable String muscle,
            @Nullable String group,
            @Nullable String side,
            Measure measure,
            @Nullable String activity,
            @Nullable Double activePct,
            @Nullable Double activeLow,
            @Nullable Double activeHigh,
            @Nullable Double latentPct,
            @Nullable Double latentLow,
            @Nullable Double latentHigh,
            @Nullable Double anyPct,
            @Nullable Double anyLow,
            @Nullable Double anyHigh,
            @Nullable Integer n,
            @Nullable Integer controlsN,
            @Nullable Double controlsActivePct,
            @Nullable Double controlsLatentPct,
            @Nullable Double controlsAnyPct,
            List<String> sources,
            @Nullable String note) {

        /// What a study counted.
        public enum Measure {
            TRIGGER_POINTS,
            TENDERNESS
        }

        public Finding {
            sources = List.copyOf(sources);
        }
    }

    public Condition {
        also = List.copyOf(also);
        findings = List.copyOf(findings);
    }

    /// Whether this name or ICD-10-CM code means this condition; case and outer space do not matter.
    public boolean isCalled(String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(name, icd10cm == null ? name : icd10cm), also.stream())
                .anyMatch(known -> known.toLowerCase(Locale.ROOT).equals(wanted));
    }
}
