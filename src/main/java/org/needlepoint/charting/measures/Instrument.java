package org.needlepoint.charting.measures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a range was measured with; elsewhere the instrument follows from what is measured.
public enum Instrument {
    GONIOMETER,
    INCLINOMETER,
    TAPE,
    /// Estimated.
    EYE;

    /// As forms write it: `goniometer`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The instrument with a word; empty when there is none.
    public static Optional<Instrument> of(String word) {
        return Arrays.stream(values())
                .filter(instrument -> instrument.word().equals(word))
                .findFirst();
    }
}
