package org.needlepoint.charting;

import java.util.Locale;

/// How a needle is used. Names are stored and never change.
public enum NeedleTechnique {
    SUPERFICIAL,
    DEEP_STATIC,
    PISTONING,
    WINDING,
    ELECTRICAL_STIMULATION;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
