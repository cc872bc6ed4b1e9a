package org.needlepoint.patients;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.needlepoint.identity.PatientLookup;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds whom a proved contact and a birth date may mean. A provisional patient opens the chart it is linked to
/// only when the chart itself has that contact: a link made by mistake must not open somebody's record to whoever
/// booked.
@Component
class PatientContacts implements PatientLookup {
    private static final int MOST = 20;

    private final PatientRows rows;

    PatientContacts(PatientRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Match> byContact(PracticeId practice, String contact, LocalDate birthDate) {
        var found =
                contact.contains("@") ? rows.byEmail(practice, contact, MOST) : rows.byPhone(practice, contact, MOST);
        var born = found.stream()
                .filter(patient -> patient.demographics().birthDate().equals(birthDate))
                .toList();
        var ids = born.stream().map(Patient::id).collect(Collectors.toSet());
        return born.stream()
                .filter(patient -> patient.linkedTo() == null || !ids.contains(patient.linkedTo()))
                .map(patient -> new Match(patient.id().value(), givenName(patient.name())))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> nameOf(PracticeId practice, UUID patient) {
        return rows.find(practice, new PatientId(patient)).map(Patient::name);
    }

    private static String givenName(String name) {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }
}
