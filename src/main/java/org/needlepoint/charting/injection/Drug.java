package org.needlepoint.charting.injection;

import java.util.Locale;

/// What is injected, by its generic name. Names are stored and never change.
public enum Drug {
    LIDOCAINE(Kind.LOCAL_ANAESTHETIC),
    BUPIVACAINE(Kind.LOCAL_ANAESTHETIC),
    ROPIVACAINE(Kind.LOCAL_ANAESTHETIC),
    MEPIVACAINE(Kind.LOCAL_ANAESTHETIC),
    PROCAINE(Kind.LOCAL_ANAESTHETIC),
    SALINE(Kind.NEITHER),
    TRIAMCINOLONE(Kind.STEROID),
    METHYLPREDNISOLONE(Kind.STEROID),
    DEXAMETHASONE(Kind.STEROID),
    BETAMETHASONE(Kind.STEROID),
    BOTULINUM_TOXIN(Kind.NEITHER),
    OTHER(Kind.UNKNOWN);

    /// Which allergy the screening asks about.
    enum Kind {
        LOCAL_ANAESTHETIC,
        STEROID,
        NEITHER,
        /// Named by hand: any allergy is to be thought of.
        UNKNOWN
    }

    private final Kind kind;

    Drug(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /// As stored and in forms: `botulinum-toxin`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
