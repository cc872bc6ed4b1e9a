package org.needlepoint.charting.measures;

import java.util.Locale;

/// Units of measures.
public enum Unit {
    DEGREE,
    MM,
    NEWTON,
    KPA,
    MS;

    /// As the table and keys of messages write it: `kpa`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
