package org.needlepoint.frontdoor;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.anatomy.RedFlags;

/// What a visitor painted and answered before booking. It travels from page to page inside the forms and is stored with
/// the booking, never before (rule P2).
///
/// @param marks   what is painted, in the order it came; empty when nothing is
/// @param answers to the red-flag questions, by question id
public record PainStory(List<Mark> marks, Map<String, RedFlags.Answer> answers) {
    /// Nothing painted, nothing asked.
    public static final PainStory NONE = new PainStory(List.of(), Map.of());

    public PainStory {
        marks = List.copyOf(marks);
        answers = Map.copyOf(new TreeMap<>(answers));
    }

    /// The painted zones, each once.
    public List<String> zones() {
        return marks.stream().map(Mark::zone).distinct().toList();
    }

    /// Whether nothing is painted.
    public boolean isBlank() {
        return marks.isEmpty();
    }
}
