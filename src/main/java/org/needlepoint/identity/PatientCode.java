package org.needlepoint.identity;

import java.time.Duration;

/// What became of a patient's request for a code.
public sealed interface PatientCode {
    /// A code is on its way to the contact, whether or not anybody here has it.
    ///
    /// @param token for the cookie
    record Requested(String token) implements PatientCode {}

    /// Neither an e-mail address nor a telephone number.
    record NoContact() implements PatientCode {}

    /// Too many requests; the next may be made after the delay.
    record TooMany(Duration delay) implements PatientCode {}
}
