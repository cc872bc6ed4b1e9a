package org.needlepoint.credentials;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A course, certificate or permit that a practitioner holds.
///
/// @param code      lower-case words joined by hyphens, at most 60 characters, such as `dry-needling-course`
/// @param validFrom first day
/// @param validTo   last day, included; null: until further notice
public record HeldCredential(
        PractitionerId practitioner,
        String code,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {
    public HeldCredential {
        if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*") || code.length() > 60) {
            throw new IllegalArgumentException("code must be lower-case words joined by hyphens, was " + code);
        }
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException(
                    "validTo must not be before validFrom, was " + validFrom + " to " + validTo);
        }
    }

    /// Whether it holds on a day.
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
