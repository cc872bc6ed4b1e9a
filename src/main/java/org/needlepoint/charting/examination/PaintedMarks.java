package org.needlepoint.charting.examination;

import java.util.List;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.anatomy.PainRequest.Quality;
import org.needlepoint.scheduling.PainReport;

/// A visit's drawing as the pain locator takes it.
public final class PaintedMarks {
    private PaintedMarks() {}

    /// The marks of zones that this edition of the knowledge has, with what was said of them.
    public static List<Mark> of(PainReport pain, Knowledge knowledge) {
        return pain.marks().stream()
                .filter(mark -> knowledge.zone(mark.zone()).isPresent())
                .map(mark -> {
                    var word = mark.quality();
                    var quality = word == null ? null : Quality.of(word).orElse(null);
                    return new Mark(mark.zone(), mark.side(), mark.intensity(), quality, mark.spreads());
                })
                .toList();
    }
}
