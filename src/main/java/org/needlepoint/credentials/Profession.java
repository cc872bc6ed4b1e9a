package org.needlepoint.credentials;

import java.util.Locale;

/// A licensed profession; what it may do where is another question (rule C13).
public enum Profession {
    PHYSICAL_THERAPIST,
    PHYSICAL_THERAPIST_ASSISTANT,
    CHIROPRACTOR,
    PHYSICIAN,
    ATHLETIC_TRAINER,
    OCCUPATIONAL_THERAPIST,
    ACUPUNCTURIST,
    MASSAGE_THERAPIST;

    /// As tables, files and message keys write it: `physical-therapist`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The profession of a code.
    ///
    /// @throws IllegalArgumentException for any other text
    public static Profession of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
