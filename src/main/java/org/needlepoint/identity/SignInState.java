package org.needlepoint.identity;

import java.util.UUID;

/// How far a browser has come with signing in. Controllers of the sign-in pages take it as an argument.
public sealed interface SignInState {
    /// Not signed in.
    record None() implements SignInState {}

    /// On the way.
    ///
    /// @param subject the account for staff, the sign-in code for patients
    record Pending(SignInKey key, SignedIn.Kind kind, Stage stage, UUID subject) implements SignInState {}

    /// Signed in, but left alone too long: only the password opens the screen again.
    record Locked(SignInKey key, SignedIn who) implements SignInState {}

    /// Signed in.
    record Active(SignInKey key, SignedIn who) implements SignInState {}

    /// What is still to be done.
    enum Stage {
        SECOND_FACTOR,
        ENROLMENT,
        CODE,
        BIRTH_DATE
    }
}
