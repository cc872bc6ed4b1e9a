package org.needlepoint.frontdoor.moving;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a column of a list may hold, known by the words that other programs write above it.
public enum Column {
    NAME("name", "patient", "patient name", "client", "client name", "full name", "nombre", "paciente"),
    FIRST_NAME("first name", "firstname", "given name", "patient first name", "nombre de pila"),
    LAST_NAME("last name", "lastname", "surname", "family name", "patient last name", "apellido", "apellidos"),
    BIRTH_DATE("birth date", "birthdate", "date of birth", "dob", "birthday", "fecha de nacimiento", "nacimiento"),
    PHONE("phone", "mobile", "cell", "cell phone", "mobile phone", "phone number", "telephone", "telefono", "celular"),
    EMAIL("email", "e mail", "email address", "mail", "correo", "correo electronico"),
    START(
            "start",
            "starts at",
            "start time",
            "appointment start",
            "date and time",
            "datetime",
            "inicio",
            "fecha y hora"),
    DATE("date", "day", "appointment date", "start date", "visit date", "fecha", "fecha de la cita"),
    TIME("time", "appointment time", "hora", "hora de la cita"),
    MINUTES("minutes", "duration", "length", "duration minutes", "minutos", "duracion"),
    SERVICE("service", "type", "appointment type", "visit type", "treatment", "servicio", "tipo", "tipo de cita"),
    PRACTITIONER("practitioner", "provider", "clinician", "therapist", "staff", "profesional", "terapeuta"),
    LOCATION("location", "clinic", "office", "place", "facility", "lugar", "sede", "consultorio");

    /// Never changed: made by [List#of].
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> headers;

    Column(String... headers) {
        this.headers = List.of(headers);
    }

    /// As message keys and forms write it: `birth-date`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The column of a header, whatever its case, accents and punctuation.
    static Optional<Column> of(String header) {
        var words = plain(header);
        return Arrays.stream(values())
                .filter(column -> column.headers.contains(words))
                .findFirst();
    }

    /// Words as they are compared: "E-Mail " is `e mail`.
    static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
