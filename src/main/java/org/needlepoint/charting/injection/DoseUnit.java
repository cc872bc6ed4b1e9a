package org.needlepoint.charting.injection;

import java.util.Locale;

/// The unit of a dose. A dose without one is no dose.
public enum DoseUnit {
    MG,
    MICROGRAM,
    UNIT,
    ML;

    /// As stored and in forms: `mg`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
