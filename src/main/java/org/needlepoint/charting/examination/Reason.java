package org.needlepoint.charting.examination;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why something is a target.
public enum Reason {
    FAMILIAR_PAIN,
    TAUT_BAND,
    SPOT_TENDERNESS,
    REFERRED_PAIN,
    TWITCH,
    RESTRICTED_MOVEMENT,
    /// Its pain pattern, or its place, explains zones that the patient marked.
    EXPLAINS_PAIN,
    /// It was a target at the visit before.
    LAST_TIME;

    /// As forms and the table write it: `familiar-pain`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The reason with a word; empty when there is none.
    public static Optional<Reason> of(String word) {
        return Arrays.stream(values())
                .filter(reason -> reason.word().equals(word))
                .findFirst();
    }
}
