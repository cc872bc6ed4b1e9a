package org.needlepoint.charting.ledger;

import java.util.Locale;

/// A current through a needle, as the practitioner says.
///
/// @param hertz     frequency, above 0 and up to 500
/// @param milliamps current, 0..100
/// @param minutes   1..120
public record Stimulation(Mode mode, double hertz, double milliamps, int minutes) {
    /// How the current runs. Names are stored and never change.
    public enum Mode {
        CONTINUOUS,
        BURST,
        MIXED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Stimulation {
        if (!(hertz > 0 && hertz <= 500)) {
            throw new IllegalArgumentException("hertz must be above 0 and up to 500, was " + hertz);
        }
        if (!(milliamps >= 0 && milliamps <= 100)) {
            throw new IllegalArgumentException("milliamps must be 0..100, was " + milliamps);
        }
        if (minutes < 1 || minutes > 120) {
            throw new IllegalArgumentException("minutes must be 1..120, was " + minutes);
        }
    }
}
