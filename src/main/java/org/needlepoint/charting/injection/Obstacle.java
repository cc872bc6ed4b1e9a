package org.needlepoint.charting.injection;

import java.util.Locale;

/// What stands against giving an injection. It is a gate for what is intended; what has been given is recorded with it
/// (rule C3).
public enum Obstacle {
    /// Practitioners of this profession do not inject here; an owner can confirm a rule that says otherwise (rule C13).
    PROFESSION,
    /// The patient has not agreed to injections in this region.
    NO_CONSENT,
    /// Not every question before an injection has an answer.
    NOT_SCREENED,
    /// The patient is allergic to this kind of drug.
    ALLERGY,
    /// An answer rules needles out today, or here.
    STOPPED,
    /// The vial's last day has passed.
    EXPIRED;

    /// As stored and in message keys: `no-consent`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
