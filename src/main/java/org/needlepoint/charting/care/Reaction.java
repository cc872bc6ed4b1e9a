package org.needlepoint.charting.care;

import java.util.Locale;

/// What a needle can leave behind. Faints are told by the ledger. Names are stored and never change.
public enum Reaction {
    BLEEDING,
    BRUISE,
    SORENESS,
    OTHER;

    /// As forms and message keys write it.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
