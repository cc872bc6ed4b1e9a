package org.needlepoint.scheduling.hours;

import java.util.Locale;

/// What staff decide about a booked visit that hours no longer hold.
public enum VisitChoice {
    /// To another time, which somebody still has to find.
    MOVE,
    CANCEL,
    /// It takes place all the same.
    KEEP,
    /// Somebody calls the patient first.
    CALL;

    /// As tables, forms and message keys write it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The choice of a code.
    ///
    /// @throws IllegalArgumentException for any other text
    public static VisitChoice of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
