package org.needlepoint.intake;

import java.util.Locale;

/// What is done with a needle. Screening and consent are decided for each apart.
public enum Technique {
    DRY_NEEDLING,
    ELECTRICAL_STIMULATION,
    INJECTION;

    /// As stored: `dry-needling`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The technique of a stored code.
    ///
    /// @throws IllegalArgumentException when there is none of that code
    public static Technique of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
