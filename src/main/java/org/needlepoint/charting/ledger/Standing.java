package org.needlepoint.charting.ledger;

import java.util.Locale;

/// Where a session stands.
public enum Standing {
    OPEN,
    CLOSED,
    CLOSED_WITH_RETAINED,
    /// Closed once, but what has arrived since makes that untrue: an incident.
    REOPENED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The standing of that code.
    public static Standing of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
