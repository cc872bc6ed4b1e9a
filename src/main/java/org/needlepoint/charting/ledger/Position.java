package org.needlepoint.charting.ledger;

import java.util.Locale;

/// How the patient lies or sits. Names are stored and never change.
public enum Position {
    PRONE,
    SUPINE,
    SIDE_LEFT,
    SIDE_RIGHT,
    SITTING;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
