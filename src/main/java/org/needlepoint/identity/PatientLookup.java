package org.needlepoint.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.shared.PracticeId;

/// Finds the patients behind a contact that has just been proved by a code. Implemented by the patients module.
public interface PatientLookup {
    /// A patient who may be meant; the name tells people who share a contact and a birth date apart.
    record Match(UUID patient, String givenName) {}

    /// Patients with this contact and this birth date: often one, sometimes none, with twins two.
    ///
    /// @param contact an e-mail address in lower case, or a telephone number in E.164
    List<Match> byContact(PracticeId practice, String contact, LocalDate birthDate);

    /// The name to greet a signed-in patient with; empty when the patient is no longer here.
    Optional<String> nameOf(PracticeId practice, UUID patient);
}
