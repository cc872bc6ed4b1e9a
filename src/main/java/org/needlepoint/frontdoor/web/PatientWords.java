package org.needlepoint.frontdoor.web;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.patients.Patient;

/// A patient as staff pages show them.
///
/// @param standing message key: who this is to the practice
record PatientWords(
        String id,
        String name,
        String born,
        String isoBorn,
        @Nullable String phone,
        @Nullable String email,
        String contact,
        String language,
        String standing,
        boolean awaits) {
    static PatientWords of(Patient patient, Words words, Locale locale) {
        var who = patient.demographics();
        var rawPhone = who.phone();
        var phone = rawPhone == null ? null : words.phone(rawPhone);
        return new PatientWords(
                patient.id().toString(),
                who.name(),
                words.date(who.birthDate()),
                who.birthDate().toString(),
                phone,
                who.email(),
                Stream.of(phone, who.email()).filter(java.util.Objects::nonNull).collect(Collectors.joining(", ")),
                who.locale().getDisplayLanguage(locale),
                standing(patient),
                patient.awaitsConfirmation());
    }

    private static String standing(Patient patient) {
        if (patient.linkedTo() != null) {
            return "frontdoor.patient.linked";
        }
        return patient.standing() == Patient.Standing.CONFIRMED
                ? "frontdoor.patient.confirmed"
                : "frontdoor.patient.provisional";
    }
}
