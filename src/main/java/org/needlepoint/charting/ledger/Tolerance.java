package org.needlepoint.charting.ledger;

import java.util.Locale;

/// How a patient bore a needle. Names are stored and never change.
public enum Tolerance {
    WELL,
    BEARABLE,
    HARDLY,
    /// The patient asked for it to come out.
    NOT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
