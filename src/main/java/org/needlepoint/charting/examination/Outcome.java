package org.needlepoint.charting.examination;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What became of looking for a sign.
public enum Outcome {
    FOUND,
    NOT_FOUND,
    /// Nobody looked, or what was said before is taken back.
    NOT_EXAMINED;

    /// As forms and the table write it: `not-found`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The outcome with a word; empty when there is none.
    public static Optional<Outcome> of(String word) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.word().equals(word))
                .findFirst();
    }
}
