package org.needlepoint.charting.measures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How something is measured, where that makes it another thing.
public enum Manner {
    /// There is one way only.
    PLAIN,
    /// The patient moves.
    ACTIVE,
    /// The practitioner moves the patient.
    PASSIVE,
    /// Against the practitioner's hand.
    MANUAL,
    DYNAMOMETER,
    /// What an examination by others is to answer.
    ORDERED,
    /// What it answered.
    RESULT;

    /// As keys write it: `active`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The manner with a word; empty when there is none.
    public static Optional<Manner> of(String word) {
        return Arrays.stream(values())
                .filter(manner -> manner.word().equals(word))
                .findFirst();
    }
}
