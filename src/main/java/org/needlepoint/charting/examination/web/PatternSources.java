package org.needlepoint.charting.examination.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Evidence;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.PainAnswer.Candidate;
import org.needlepoint.anatomy.Pattern;
import org.needlepoint.anatomy.Source;
import org.needlepoint.charting.examination.web.Ranking.Cited;
import org.springframework.stereotype.Component;

/// Where a candidate's pain pattern comes from: what somebody has read in a source, apart from what nobody has checked.
@Component
class PatternSources {
    private final Knowledge knowledge;

    PatternSources(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /// Sources of the rows that were read and lead to what is painted, and of where the muscle lies and how often it is
    /// found; the best graded first.
    List<Cited> read(Candidate candidate) {
        var unread = rows(candidate, Evidence.UNREAD)
                .flatMap(row -> row.sources().stream())
                .toList();
        var read = rows(candidate, Evidence.READ)
                .flatMap(row -> row.sources().stream())
                .toList();
        return candidate.sources().stream()
                .filter(id -> read.contains(id) || !unread.contains(id))
                .flatMap(id -> knowledge.source(id).stream())
                .sorted((one, other) -> one.grade().compareTo(other.grade()))
                .map(source -> new Cited(source.citation(), source.grade().name(), href(source)))
                .toList();
    }

    /// Zones that it explains by rows of its pattern that nobody has checked.
    List<String> unread(Candidate candidate) {
        return rows(candidate, Evidence.UNREAD).map(Pattern::zone).distinct().toList();
    }

    private Stream<Pattern> rows(Candidate candidate, Evidence evidence) {
        return knowledge.muscle(candidate.muscle()).stream()
                .flatMap(muscle -> muscle.patterns().stream())
                .filter(row ->
                        row.evidence() == evidence && candidate.explains().contains(row.zone()));
    }

    private static @Nullable String href(Source source) {
        if (source.doi() != null) {
            return "https://doi.org/" + source.doi();
        }
        var url = source.url();
        return url != null && (url.startsWith("https://") || url.startsWith("http://")) ? url : null;
    }
}
