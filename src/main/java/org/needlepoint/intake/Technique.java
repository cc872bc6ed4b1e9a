package org.needlepoint.intake;

import java.util.List;
import java.util.Locale;

/// What is done with a needle. Screening and consent are decided for each apart.
public enum Technique {
    DRY_NEEDLING,
    ELECTRICAL_STIMULATION,
    INJECTION;

    /// The techniques that the text of the consent is about. An injection is agreed to on its own.
    public static List<Technique> onConsent() {
        return List.of(DRY_NEEDLING, ELECTRICAL_STIMULATION);
    }

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
