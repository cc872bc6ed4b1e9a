package org.needlepoint.charting.care;

import java.util.Locale;

/// What the skin was prepared with. Names are stored and never change.
public enum Antiseptic {
    ALCOHOL,
    CHLORHEXIDINE,
    IODINE,
    SOAP_AND_WATER,
    OTHER;

    /// As forms and message keys write it.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether the screening asks about an allergy to it.
    boolean isAskedAbout() {
        return this == CHLORHEXIDINE || this == IODINE || this == OTHER;
    }
}
