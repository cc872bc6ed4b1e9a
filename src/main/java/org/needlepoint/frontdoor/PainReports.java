package org.needlepoint.frontdoor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.PainRequest;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.anatomy.PainRequest.Outline;
import org.needlepoint.anatomy.PainRequest.Quality;
import org.needlepoint.anatomy.RedFlagLevel;
import org.needlepoint.anatomy.RedFlags;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.scheduling.PainReport.RedFlagAnswer.Given;

/// What a visitor painted and answered, as it is kept with the visit, and back.
public final class PainReports {
    private PainReports() {}

    /// The report of a story. "Not sure" is kept as what it is, so that the practitioner asks again; a question that
    /// does not apply was not answered.
    ///
    /// @param level      the gravest level among the answers
    /// @param mapVersion the edition of the body map that was painted on
    public static PainReport of(PainStory story, Optional<RedFlagLevel> level, String mapVersion) {
        if (story.isBlank() && story.answers().isEmpty()) {
            return PainReport.NONE;
        }
        return new PainReport(
                Stream.concat(
                                story.named().stream().map(mark -> mark(mark, false)),
                                story.covered().stream().map(mark -> mark(mark, true)))
                        .toList(),
                story.outlines().stream().map(PainReports::outline).toList(),
                story.painted().isEmpty() ? null : mapVersion,
                story.answers().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .flatMap(
                                entry -> given(entry.getValue())
                                        .map(given -> new PainReport.RedFlagAnswer(entry.getKey(), given))
                                        .stream())
                        .toList(),
                level.map(RedFlagLevel::word).orElse(null));
    }

    /// The zones of a report that were marked by name.
    public static List<Mark> named(PainReport report) {
        return report.marks().stream()
                .filter(mark -> !mark.painted())
                .map(PainReports::mark)
                .toList();
    }

    /// Every zone of a report, marked by name or covered by an outline.
    public static List<Mark> marks(PainReport report) {
        return report.marks().stream().map(PainReports::mark).toList();
    }

    /// The freehand shapes of a report.
    public static List<Outline> outlines(PainReport report) {
        return report.outlines().stream()
                .map(outline -> new Outline(
                        outline.view(),
                        outline.points().stream()
                                .map(point -> new PainRequest.Point(point.x(), point.y()))
                                .toList(),
                        outline.intensity(),
                        quality(outline.quality()),
                        outline.spreads()))
                .toList();
    }

    private static PainReport.Mark mark(Mark mark, boolean painted) {
        return new PainReport.Mark(
                mark.zone(), mark.side(), mark.intensity(), word(mark.quality()), mark.spreads(), painted);
    }

    private static Mark mark(PainReport.Mark mark) {
        return new Mark(mark.zone(), mark.side(), mark.intensity(), quality(mark.quality()), mark.spreads());
    }

    private static PainReport.Outline outline(Outline outline) {
        return new PainReport.Outline(
                outline.view(),
                outline.points().stream()
                        .map(point -> new PainReport.Point(point.x(), point.y()))
                        .toList(),
                outline.intensity(),
                word(outline.quality()),
                outline.spreads());
    }

    private static @Nullable String word(@Nullable Quality quality) {
        return quality == null ? null : quality.word();
    }

    private static @Nullable Quality quality(@Nullable String word) {
        return word == null ? null : Quality.of(word).orElse(null);
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
