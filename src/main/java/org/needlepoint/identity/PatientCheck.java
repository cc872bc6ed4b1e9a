package org.needlepoint.identity;

import java.util.List;

/// What became of the birth date a patient typed.
public sealed interface PatientCheck {
    /// Signed in.
    ///
    /// @param token for the cookie; it replaces the one before
    record Complete(String token) implements PatientCheck {}

    /// Several people share the contact and the birth date.
    record Which(List<PatientLookup.Match> matches) implements PatientCheck {}

    /// Nobody with this contact and this birth date.
    record NoMatch() implements PatientCheck {}

    /// Too late, or too many tries: it begins again with a new code.
    record Spent() implements PatientCheck {}
}
