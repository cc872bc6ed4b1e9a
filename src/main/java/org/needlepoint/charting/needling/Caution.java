package org.needlepoint.charting.needling;

/// Why this patient lies down and gets the bell (rule C8).
public enum Caution {
    FIRST_VISIT,
    PAST_FAINT
}
