package org.needlepoint.identity;

import java.time.Duration;

/// What became of a second factor.
public sealed interface FactorCheck {
    /// Signed in.
    ///
    /// @param token for the cookie; it replaces the one before
    record Complete(String token) implements FactorCheck {}

    /// Wrong, used before, or too old.
    record Refused() implements FactorCheck {}

    /// Too many tries; the next may be made after the delay.
    record TooMany(Duration delay) implements FactorCheck {}
}
