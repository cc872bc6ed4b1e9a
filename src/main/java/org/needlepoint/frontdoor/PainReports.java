package org.needlepoint.frontdoor;

import java.util.Map;
import java.util.Optional;
import org.needlepoint.anatomy.RedFlagLevel;
import org.needlepoint.anatomy.RedFlags;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.scheduling.PainReport.RedFlagAnswer.Given;

/// What a visitor painted and answered, as it is kept with the visit.
public final class PainReports {
    private PainReports() {}

    /// The report of a story. "Not sure" is kept as what it is, so that the practitioner asks again; a question that
    /// does
    /// not apply was not answered.
    public static PainReport of(PainStory story, RedFlags redFlags) {
        if (story.marks().isEmpty() && story.answers().isEmpty()) {
            return PainReport.NONE;
        }
        return new PainReport(
                story.marks().stream()
                        .map(mark -> new PainReport.Mark(mark.zone(), mark.side(), (int) mark.intensity()))
                        .toList(),
                story.answers().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .flatMap(
                                entry -> given(entry.getValue())
                                        .map(given -> new PainReport.RedFlagAnswer(entry.getKey(), given))
                                        .stream())
                        .toList(),
                redFlags.judge(story.answers()).level().map(RedFlagLevel::word).orElse(null));
    }

    private static Optional<Given> given(RedFlags.Answer answer) {
        return switch (answer) {
            case YES -> Optional.of(Given.YES);
            case NO -> Optional.of(Given.NO);
            case UNSURE -> Optional.of(Given.UNSURE);
            case DOES_NOT_APPLY -> Optional.empty();
        };
    }
}
