package org.needlepoint.charting.care;

import java.util.Locale;

/// What keeps infection away. Names are stored and never change.
public enum Measure {
    HAND_HYGIENE,
    GLOVES,
    SKIN_PREPARED,
    CLEAN_FIELD,
    SINGLE_USE_NEEDLES,
    SHARPS_BELOW_LINE;

    /// As forms and message keys write it.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
