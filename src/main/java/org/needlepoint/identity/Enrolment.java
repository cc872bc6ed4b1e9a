package org.needlepoint.identity;

import java.util.List;

/// What became of setting up an authenticator app.
public sealed interface Enrolment {
    /// What the app needs. Nothing is kept until the first code has proved that it took it.
    ///
    /// @param secret Base32, in groups of four, to type
    /// @param uri    `otpauth://`, to scan
    /// @param sealed the secret as only this account's next step can open it
    record Offer(String secret, String uri, String sealed) implements Enrolment {}

    /// Set up, and signed in.
    ///
    /// @param token    for the cookie; it replaces the one before
    /// @param recovery shown once
    record Confirmed(String token, List<String> recovery) implements Enrolment {}

    /// The code was wrong; the same offer stands.
    record Refused(Offer again) implements Enrolment {}
}
