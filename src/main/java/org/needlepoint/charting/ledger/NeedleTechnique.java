package org.needlepoint.charting.ledger;

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

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
