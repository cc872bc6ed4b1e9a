package org.needlepoint.charting.needling;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Words with which practitioners go on although something was to be weighed or a region was closed. Whoever has
/// another
/// reason says it in their own words.
public enum Because {
    SHALLOW,
    AWAY,
    LOOKED,
    DOCTOR,
    WISH,
    /// Of a sign: it is old, and no worse.
    KNOWN;

    /// For what the patient answered.
    public static List<Because> ofAnswers() {
        return List.of(SHALLOW, AWAY, LOOKED, DOCTOR, WISH);
    }

    /// For what the examination found.
    public static List<Because> ofSigns() {
        return List.of(KNOWN, DOCTOR, WISH);
    }

    /// As stored: `shallow`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The word of a code; empty for a reason in somebody's own words.
    public static Optional<Because> ofCode(String code) {
        return Arrays.stream(values()).filter(word -> word.code().equals(code)).findFirst();
    }
}
