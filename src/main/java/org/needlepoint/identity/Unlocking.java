package org.needlepoint.identity;

import java.time.Duration;

/// What became of a password at a locked screen.
public sealed interface Unlocking {
    /// Open again.
    record Unlocked() implements Unlocking {}

    /// The wrong password.
    record Refused() implements Unlocking {}

    /// Too many tries; the next may be made after the delay.
    record TooMany(Duration delay) implements Unlocking {}
}
