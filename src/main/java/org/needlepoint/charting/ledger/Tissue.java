package org.needlepoint.charting.ledger;

import java.util.Locale;

/// What a needle is meant to reach. Names are stored and never change.
public enum Tissue {
    MUSCLE,
    TRIGGER_POINT,
    FASCIA,
    CONNECTIVE_TISSUE,
    SCAR,
    TENDON,
    SKIN,
    PERIOSTEUM;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
