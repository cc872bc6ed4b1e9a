package org.needlepoint.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.identity.PatientLookup;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// A patient whom every practice under test knows by name, so that tests of access can sign a patient in without a
/// chart.
@Component
public class FamiliarPatient implements PatientLookup {
    public static final UUID ID = UUID.fromString("0193c000-0000-7000-8000-00000000000a");

    @Override
    public List<Match> byContact(PracticeId practice, String contact, LocalDate birthDate) {
        return List.of();
    }

    @Override
    public Optional<String> nameOf(PracticeId practice, UUID patient) {
        return patient.equals(ID) ? Optional.of("Ana") : Optional.empty();
    }
}
