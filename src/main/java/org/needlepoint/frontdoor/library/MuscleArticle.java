package org.needlepoint.frontdoor.library;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that is known about a muscle, in the reader's language where there is one; actions and nerves are in English.
///
/// @param latin     its name in Latin
/// @param others    everyday names
/// @param region    part of the body, in words
/// @param often     where its pain is felt as a rule
/// @param sometimes where it is felt besides, when it is strong
/// @param unchecked where it is said to be felt, which nobody has read in a source
/// @param movements that it does, in everyday words
/// @param joins     conditions in which studies counted points in it
/// @param forStaff  null for patients
public record MuscleArticle(
        String id,
        String name,
        String latin,
        List<String> others,
        String region,
        boolean reviewed,
        List<Felt> often,
        List<Felt> sometimes,
        List<Felt> unchecked,
        Drawing drawing,
        List<String> movements,
        Stated actions,
        Nerve nerve,
        List<Link> joins,
        @Nullable ForStaff forStaff,
        List<Reference> references) {

    /// Statements with their sources.
    public record Stated(List<String> texts, List<Integer> cites) {}

    /// The nerve that moves it.
    ///
    /// @param roots spinal segments; empty when not known
    public record Nerve(String name, List<String> roots, List<Integer> cites) {}

    /// A structure that a needle must not meet.
    ///
    /// @param acknowledged whether a practitioner acknowledges it before needling
    public record Near(String name, boolean acknowledged) {}

    /// What patients are not shown.
    ///
    /// @param note of the compiler, in English; null for none
    public record ForStaff(
            List<Near> hazards,
            List<Counted> counted,
            @Nullable String note) {}
}
