package org.needlepoint.patients;

import java.util.List;

/// What a search for patients found.
public sealed interface PatientSearch {
    /// At most 50 patients, by name.
    ///
    /// @param more whether there are others: the search should say more
    record Matches(List<Patient> patients, boolean more) implements PatientSearch {}

    /// Nothing to search by: at least two letters of a name, a birth date, a phone number or an e-mail address is
    /// needed.
    record TooVague() implements PatientSearch {}
}
