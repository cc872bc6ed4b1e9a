package org.needlepoint.charting.note;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.needlepoint.charting.NotePart.Heading;

/// A note as its writer sees it: the text under each heading beside what the chart says now.
///
/// @param version of the saved draft; 0 for none
/// @param parts   one for each heading, in their order
public record Writing(Locale language, NoteStyle style, int version, List<Part> parts, Ending ending) {
    /// The text under one heading.
    ///
    /// @param chart what the chart says now
    public record Part(Heading heading, Passage passage, String chart) {
        /// Whether the text is the writer's own.
        public boolean edited() {
            return passage.edited();
        }

        /// Whether the chart has changed since the writer edited the text. The writer decides; nothing is overwritten.
        public boolean chartMoved() {
            return edited() && !passage.basis().equals(Passage.fingerprint(chart));
        }
    }

    public Writing {
        parts = List.copyOf(parts);
    }

    /// Fingerprint of all that the chart says: signing asks whether it is still what the signer saw.
    public String chartFingerprint() {
        return Passage.fingerprint(
                parts.stream().map(part -> part.heading() + "\n" + part.chart()).collect(Collectors.joining("\n\n")));
    }

    /// Whether there is nothing to sign.
    public boolean isBlank() {
        return ending == Ending.AS_PLANNED
                && parts.stream().allMatch(part -> part.passage().text().isEmpty());
    }
}
