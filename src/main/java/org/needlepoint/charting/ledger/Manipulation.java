package org.needlepoint.charting.ledger;

import java.util.Locale;

/// How a needle in the body is moved. Names are stored and never change.
public enum Manipulation {
    /// In and out.
    PISTONED,
    /// Turned.
    WOUND;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
