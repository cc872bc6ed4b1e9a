package org.needlepoint.charting.ledger;

import java.util.Arrays;
import java.util.Locale;
import org.needlepoint.intake.Technique;

/// How a needle is used. Names are stored and never change.
public enum NeedleTechnique {
    SUPERFICIAL,
    DEEP_STATIC,
    PISTONING,
    WINDING,
    ELECTRICAL_STIMULATION;

    /// What screening and consent call it.
    public Technique asked() {
        return this == ELECTRICAL_STIMULATION ? Technique.ELECTRICAL_STIMULATION : Technique.DRY_NEEDLING;
    }

    /// The technique of that code; of a code that nobody knows the usual one.
    public static NeedleTechnique of(String code) {
        return Arrays.stream(values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElse(DEEP_STATIC);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
