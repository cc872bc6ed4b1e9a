package org.needlepoint.charting.note;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.needlepoint.charting.NotePart.Heading;

/// A note while it is written.
///
/// @param language English or Spanish: the language of whoever began it
/// @param style    how it will read
/// @param passages by heading; a heading without one follows the chart
/// @param version  0 before anything is saved
public record NoteDraft(Locale language, NoteStyle style, Map<Heading, Passage> passages, Ending ending, int version) {
    public NoteDraft {
        passages = Map.copyOf(passages);
    }

    /// A draft in which nobody has written yet.
    static NoteDraft blank(Locale language, NoteStyle style) {
        return new NoteDraft(language, style, Map.of(), Ending.AS_PLANNED, 0);
    }

    /// The same, written on top of another version.
    public NoteDraft on(int other) {
        return new NoteDraft(language, style, passages, ending, other);
    }

    /// Whether somebody else's words would be lost: another version was saved meanwhile, and it says something else.
    boolean wouldOverwrite(NoteDraft saved) {
        return saved.version() != version && !on(saved.version()).equals(saved);
    }

    /// The draft against what the chart says now. What nobody edited follows the chart; what somebody edited stays.
    Writing against(Map<Heading, String> chart) {
        var parts = new EnumMap<Heading, Writing.Part>(Heading.class);
        for (var heading : Heading.values()) {
            var now = chart.getOrDefault(heading, "");
            var saved = passages.get(heading);
            parts.put(
                    heading,
                    new Writing.Part(heading, saved == null || !saved.edited() ? Passage.following(now) : saved, now));
        }
        return new Writing(language, style, version, List.copyOf(parts.values()), ending);
    }
}
