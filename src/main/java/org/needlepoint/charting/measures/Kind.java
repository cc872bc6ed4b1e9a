package org.needlepoint.charting.measures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What kind of thing is measured, in the order of a note.
public enum Kind {
    POSTURE,
    /// How far a joint moves.
    RANGE,
    STRENGTH,
    /// The pressure at which touch becomes pain.
    PRESSURE_PAIN,
    TONE,
    TEST,
    /// Light touch on the skin of a nerve root.
    TOUCH,
    MYOTOME,
    REFLEX,
    /// Signs of the brain and the spinal cord.
    UPPER_MOTOR,
    REACTION,
    ULTRASOUND;

    /// As keys write it: `pressure-pain`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The kind with a word; empty when there is none.
    public static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
