package org.needlepoint.identity;

/// What became of the code a patient typed.
public sealed interface CodeCheck {
    /// Right: who it is for comes next.
    ///
    /// @param token for the cookie; it replaces the one before
    record Proved(String token) implements CodeCheck {}

    /// Wrong.
    ///
    /// @param left how many tries are left, 1 or more
    record Refused(int left) implements CodeCheck {}

    /// Too late, or too many wrong codes: a new one is needed.
    record Spent() implements CodeCheck {}
}
