package org.needlepoint.charting.care;

import java.util.Locale;

/// How the muscle feels under the hand afterwards. Names are stored and never change.
public enum Tone {
    SOFTER,
    UNCHANGED,
    TIGHTER;

    /// As forms and message keys write it.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
