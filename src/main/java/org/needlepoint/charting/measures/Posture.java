package org.needlepoint.charting.measures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What is seen of how a person stands.
public enum Posture {
    HEAD_FORWARD(false),
    SHOULDERS_FORWARD(false),
    SHOULDER_HIGHER(true),
    SCAPULA_WINGING(true),
    UPPER_BACK_ROUNDED(false),
    LOW_BACK_HOLLOW(false),
    LOW_BACK_FLAT(false),
    TRUNK_SHIFTED(true),
    PELVIS_HIGHER(true),
    KNEE_INWARD(true),
    KNEE_OUTWARD(true),
    FOOT_FLAT(true),
    FOOT_HIGH_ARCH(true);

    private final boolean sided;

    Posture(boolean sided) {
        this.sided = sided;
    }

    /// As keys write it: `head-forward`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether it is seen on a side.
    public boolean sided() {
        return sided;
    }

    /// The observation with a word; empty when there is none.
    static Optional<Posture> of(String word) {
        return Arrays.stream(values())
                .filter(posture -> posture.word().equals(word))
                .findFirst();
    }
}
