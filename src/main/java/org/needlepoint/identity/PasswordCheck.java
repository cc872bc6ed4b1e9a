package org.needlepoint.identity;

import java.time.Duration;

/// What became of an e-mail and a password.
public sealed interface PasswordCheck {
    /// Right; the second factor, or setting it up, comes next.
    ///
    /// @param token for the cookie
    record Proceed(String token, SignInState.Stage next) implements PasswordCheck {}

    /// Wrong, or nobody has this e-mail: nobody is told which.
    record Refused() implements PasswordCheck {}

    /// Too many tries; the next may be made after the delay.
    record TooMany(Duration delay) implements PasswordCheck {}
}
