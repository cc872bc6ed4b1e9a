package org.needlepoint.charting.ledger;

import java.util.Locale;

/// What a patient feels of a needle. Names are stored and never change.
public enum Sensation {
    NOTHING,
    DULL_ACHE,
    HEAVY,
    WARM,
    SHARP,
    BURNING,
    /// Like a current: it may be a nerve.
    ELECTRIC;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
