package org.needlepoint.frontdoor;

import java.util.Map;
import org.needlepoint.anatomy.RedFlags;
import org.needlepoint.scheduling.PainReport;

/// What a visitor painted and answered, as it is kept with the visit.
public final class PainReports {
    private PainReports() {}

    /// The report of a story. Answers of "not sure" are neither yes nor no and are left out; the practitioner asks
    /// again.
    public static PainReport of(PainStory story, RedFlags redFlags) {
        if (story.marks().isEmpty() && story.answers().isEmpty()) {
            return PainReport.NONE;
        }
        return new PainReport(
                story.marks().stream()
                        .map(mark -> new PainReport.Mark(mark.zone(), mark.side(), (int) mark.intensity()))
                        .toList(),
                story.answers().entrySet().stream()
                        .filter(entry ->
                                entry.getValue() == RedFlags.Answer.YES || entry.getValue() == RedFlags.Answer.NO)
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry ->
                                new PainReport.RedFlagAnswer(entry.getKey(), entry.getValue() == RedFlags.Answer.YES))
                        .toList(),
                redFlags.judge(story.answers()).level().map(PainReports::level).orElse(null));
    }

    private static String level(org.needlepoint.anatomy.RedFlagLevel level) {
        return switch (level) {
            case EMERGENCY -> "emergency";
            case TODAY -> "today";
            case PHYSICIAN_FIRST -> "physician-first";
            case TELL_PRACTITIONER -> "tell-your-practitioner";
        };
    }
}
