package org.needlepoint.charting.injection;

import java.util.Locale;

/// What stands against giving an injection. It is a gate for what is intended; what has been given is recorded with it
/// (rule C3).
public enum Obstacle {
    /// Practitioners of this profession do not inject here.
    PROFESSION,
    /// The practitioner has no licence that holds at the visit's location on the day of the injection.
    NOT_LICENSED,
    /// The patient has not agreed to injections in this region.
    NO_CONSENT,
    /// Not every question before an injection has an answer.
    NOT_SCREENED,
    /// Something is new since the patient agreed, and no practitioner has looked at it.
    NOT_REVIEWED,
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
