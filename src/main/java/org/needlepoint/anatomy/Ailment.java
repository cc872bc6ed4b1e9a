package org.needlepoint.anatomy;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.Texts;

/// A condition that people come with, by its everyday and clinical names. A [Condition] is something else: people in
/// whom a study counted trigger points.
///
/// @param replacedBy the one to use instead, when this one was a mistake
/// @param name as people say it, such as "Tennis elbow"
/// @param clinical as clinicians say it, such as "Lateral epicondylitis"
/// @param icd10cm codes from general knowledge, to be checked before they are used on a claim
/// @param zones where it hurts
/// @param counted ids of the [Condition]s that it joins
/// @param causes ids of what else it could be
/// @param redFlags ids of the questions to ask first
/// @param evidence of what `about` says
public record Ailment(
        String id,
        @Nullable String replacedBy,
        int order,
        Texts name,
        Texts clinical,
        Muscle.Synonyms synonyms,
        List<String> icd10cm,
        List<String> zones,
        List<String> counted,
        List<String> causes,
        List<String> redFlags,
        Texts about,
        Evidence evidence,
        List<String> sources,
        Review review) {

    public Ailment {
        icd10cm = List.copyOf(icd10cm);
        zones = List.copyOf(zones);
        counted = List.copyOf(counted);
        causes = List.copyOf(causes);
        redFlags = List.copyOf(redFlags);
        sources = List.copyOf(sources);
    }

    /// Every name it goes by, in English and Spanish, everyday and clinical; the proper names first.
    public List<String> names() {
        return Stream.of(
                        Stream.of(name.en(), name.es(), clinical.en(), clinical.es()),
                        synonyms.en().stream(),
                        synonyms.es().stream())
                .flatMap(it -> it)
                .toList();
    }
}
