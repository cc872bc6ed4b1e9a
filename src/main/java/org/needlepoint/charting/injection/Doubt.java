package org.needlepoint.charting.injection;

import java.util.Locale;

/// What is asked before an injection goes on.
public enum Doubt {
    /// More than [Shot#VOLUME_UNASKED] at one site.
    LARGE_VOLUME,
    /// Concentration times volume is not the dose.
    DOSE_DIFFERS,
    /// Something makes bleeding likelier: a blood thinner, a bleeding disorder.
    BLEEDING,
    /// The lung lies below this muscle.
    OVER_LUNG,
    /// Other answers of the screening are to be weighed.
    ANSWERS;

    /// As stored, in forms and in message keys: `large-volume`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
