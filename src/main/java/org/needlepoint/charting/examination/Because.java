package org.needlepoint.charting.examination;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The reason for a target: coded, with the marked zones that it explains, and in the practitioner's own words.
///
/// @param reasons  in the order of their kinds, each once
/// @param explains marked zones, as they were marked
/// @param words    at most [#MOST_WORDS] characters; null when nobody wrote any
public record Because(
        List<Reason> reasons,
        List<ZonePlace> explains,
        @Nullable String words) {
    /// Longer reasons belong into the note.
    public static final int MOST_WORDS = 300;

    public Because {
        reasons = reasons.stream().distinct().sorted().toList();
        explains = List.copyOf(explains);
        words = words == null || words.isBlank() ? null : words.strip();
        if (words != null && words.length() > MOST_WORDS) {
            throw new IllegalArgumentException(
                    "a reason has at most " + MOST_WORDS + " characters, had " + words.length());
        }
    }

    /// Words alone.
    public static Because of(String words) {
        return new Because(List.of(), List.of(), words);
    }

    /// Whether nothing was said at all.
    public boolean none() {
        return reasons.isEmpty() && words == null;
    }
}
