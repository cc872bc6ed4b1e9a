package org.needlepoint.frontdoor.library;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that is known about a condition, in the reader's language.
///
/// @param clinical  as clinicians say it
/// @param others    further names
/// @param about     what is known, in a sentence or two
/// @param aboutRead whether `about` was read in a source
/// @param places    zones where it hurts, with the muscles that often send pain there
/// @param serious   other causes that must not be missed
/// @param common    other causes that are merely common
/// @param unchecked other causes that nobody has read in a source
/// @param points    muscles in which studies counted points; null when no study is known
/// @param forStaff  null for patients
public record AilmentArticle(
        String id,
        String name,
        String clinical,
        List<String> others,
        boolean reviewed,
        String about,
        boolean aboutRead,
        List<Integer> aboutCites,
        List<Place> places,
        Drawing drawing,
        List<Cause> serious,
        List<Cause> common,
        List<Cause> unchecked,
        List<Link> points,
        @Nullable ForStaff forStaff,
        List<Reference> references) {

    /// A zone with the muscles whose pain is felt there as a rule, by the alphabet.
    public record Place(String name, List<Link> muscles) {}

    /// What patients are not shown.
    ///
    /// @param icd10cm codes from general knowledge
    /// @param asks    red flag questions to ask first
    public record ForStaff(List<String> icd10cm, List<String> asks, List<Counted> counted) {}
}
