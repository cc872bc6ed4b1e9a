package org.needlepoint.anatomy;

import java.util.Locale;

/// How urgent a red flag is, the most urgent first.
public enum RedFlagLevel {
    /// Call the emergency number, or go to the emergency department, now.
    EMERGENCY,
    /// Medical care the same day.
    TODAY,
    /// No needles until a doctor has looked; a phone consult stays bookable.
    PHYSICIAN_FIRST,
    /// Go on; the practitioner sees the answer.
    TELL_PRACTITIONER;

    /// Whether the person must not simply go on to booking.
    public boolean stopsBooking() {
        return this == EMERGENCY || this == TODAY;
    }

    /// Whether no needle is used before a doctor has looked.
    public boolean stopsNeedles() {
        return this != TELL_PRACTITIONER;
    }

    /// As written in the knowledge files and in JSON, such as `physician-first`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
