package org.needlepoint.credentials.entitlement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;

/// A practitioner's licence in a jurisdiction, as somebody saw it.
///
/// @param number     as the board writes it, 1..60 characters
/// @param issued     first day, of the first of an unbroken row of renewals
/// @param expires    last day, included, in the zone of the place of work; null: it does not expire
/// @param checkAgain last day on which nobody needs to look it up again
public record Licence(
        PractitionerId practitioner,
        Jurisdiction jurisdiction,
        String number,
        LocalDate issued,
        @Nullable LocalDate expires,
        LocalDate checkAgain) {
    public Licence {
        if (number.isBlank() || number.length() > 60) {
            throw new IllegalArgumentException("a licence has a number of 1..60 characters");
        }
        if (expires != null && expires.isBefore(issued)) {
            throw new IllegalArgumentException("expires must not be before issued, was " + issued + " to " + expires);
        }
    }

    /// Whether it holds on a day: it has begun, and its last day is that day or later.
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(issued) && (expires == null || !day.isAfter(expires));
    }
}
