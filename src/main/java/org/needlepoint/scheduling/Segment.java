package org.needlepoint.scheduling;

import java.util.Locale;

/// A part of a service. While needles are in, the practitioner is free for somebody else; room and patient are not
/// (rule W5).
///
/// @param minutes 1..480
public record Segment(Presence presence, int minutes) {
    /// Whether the practitioner is needed.
    public enum Presence {
        HANDS_ON,
        NEEDLES_IN;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Presence of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    public Segment {
        if (minutes < 1 || minutes > 480) {
            throw new IllegalArgumentException("minutes must be 1..480, was " + minutes);
        }
    }

    public static Segment handsOn(int minutes) {
        return new Segment(Presence.HANDS_ON, minutes);
    }

    public static Segment needlesIn(int minutes) {
        return new Segment(Presence.NEEDLES_IN, minutes);
    }
}
