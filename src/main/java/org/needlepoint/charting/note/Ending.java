package org.needlepoint.charting.note;

import java.util.Locale;

/// How the visit went. A stop stops needling, not care (rule C5). Names are stored and never change.
public enum Ending {
    AS_PLANNED,
    STOPPED,
    UNWELL_ON_ARRIVAL;

    /// As forms and message keys write it: `unwell-on-arrival`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
