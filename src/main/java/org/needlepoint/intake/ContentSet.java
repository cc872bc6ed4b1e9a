package org.needlepoint.intake;

import java.util.Locale;

/// Content that a clinician of a practice reads and signs before patients see it (rule C11).
public enum ContentSet {
    /// The health questions and what their answers do.
    SCREENING,
    /// What patients are taught before they agree, and what they agree to.
    CONSENT,
    /// What they agree to before an injection.
    INJECTION,
    /// Advice and questions after a treatment.
    AFTERCARE,
    /// Muscles and pain patterns behind the pain map.
    LOCATOR;

    /// As stored: `screening`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The set of a stored code.
    ///
    /// @throws IllegalArgumentException when there is none of that code
    public static ContentSet of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
