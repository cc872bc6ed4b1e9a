package org.needlepoint.charting.measures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// When in a visit something is measured.
public enum Moment {
    BEFORE,
    /// After needling, or whatever else was done.
    AFTER;

    /// As forms write it: `after`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The moment with a word; empty when there is none.
    public static Optional<Moment> of(String word) {
        return Arrays.stream(values())
                .filter(moment -> moment.word().equals(word))
                .findFirst();
    }
}
