package org.needlepoint.frontdoor.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.frontdoor.PainStory;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.HoldId;
import org.needlepoint.scheduling.Opening;
import org.needlepoint.scheduling.Service;
import org.needlepoint.scheduling.ServiceId;
import org.springframework.util.MultiValueMap;

/// What a visitor has chosen and typed so far while booking. What cannot be read counts as not chosen.
public record BookForm(
        PainStory story,
        @Nullable ServiceId service,
        @Nullable PractitionerId practitioner,
        @Nullable LocalDate from,
        @Nullable Wanted opening,
        @Nullable HoldId hold,
        Typed typed) {

    /// A chosen opening, as `practitioner|location|instant`.
    public record Wanted(PractitionerId practitioner, UUID location, Instant start) {
        String written() {
            return practitioner + "|" + location + "|" + start;
        }

        /// An opening as forms write it.
        public static String written(Opening opening) {
            return new Wanted(
                            opening.practitioner(),
                            opening.location(),
                            opening.start().toInstant())
                    .written();
        }

        /// The opening again, in the location's zone.
        Opening opening(Practice practice, Service service) {
            var zone = practice.locations().stream()
                    .filter(each -> each.id().equals(location))
                    .findFirst()
                    .map(Practice.Location::zone)
                    .orElse(practice.zone());
            var begin = start.atZone(zone);
            return new Opening(practitioner, location, begin, begin.plusMinutes(service.minutes()));
        }
    }

    /// What was typed about the person, exactly as typed.
    public record Typed(String name, String year, String month, String day, String phone, String email) {
        private static final int LONGEST_KEPT = 12_000;

        /// The parts of the birth date, as the form's fields name them.
        public Map<String, String> birthDate() {
            return Map.of("year", year, "month", month, "day", day);
        }

        /// ISO 8601, or empty when nothing is typed.
        public String isoBirthDate() {
            if (year.isBlank() && month.isBlank() && day.isBlank()) {
                return "";
            }
            return year.strip() + "-" + padded(month) + "-" + padded(day);
        }

        private static String padded(String number) {
            var digits = number.strip();
            return digits.length() == 1 ? "0" + digits : digits;
        }

        /// Reads what was typed.
        public static Typed of(MultiValueMap<String, String> form) {
            return new Typed(
                    text(form, "name"),
                    text(form, "birthDate-year"),
                    text(form, "birthDate-month"),
                    text(form, "birthDate-day"),
                    text(form, "phone"),
                    text(form, "email"));
        }

        private static String text(MultiValueMap<String, String> form, String name) {
            var value = form.getFirst(name);
            return value == null ? "" : value.substring(0, Math.min(value.length(), LONGEST_KEPT));
        }

        List<PainForm.Field> fields() {
            return List.of(
                            new PainForm.Field("name", name),
                            new PainForm.Field("birthDate-year", year),
                            new PainForm.Field("birthDate-month", month),
                            new PainForm.Field("birthDate-day", day),
                            new PainForm.Field("phone", phone),
                            new PainForm.Field("email", email))
                    .stream()
                    .filter(field -> !field.value().isEmpty())
                    .toList();
        }
    }

    static BookForm read(MultiValueMap<String, String> form, PainFormReader pain) {
        return new BookForm(
                pain.read(form).story(),
                id(form, "service").map(ServiceId::new).orElse(null),
                id(form, "practitioner").map(PractitionerId::new).orElse(null),
                read(form, "from", LocalDate::parse).orElse(null),
                read(form, "opening", BookForm::wanted).orElse(null),
                id(form, "hold").map(HoldId::new).orElse(null),
                Typed.of(form));
    }

    /// Reads a chosen opening.
    ///
    /// @throws IllegalArgumentException        when it has not three parts or an id is none
    /// @throws java.time.DateTimeException when the time is none
    public static Wanted wanted(String written) {
        var parts = written.split("\\|", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("an opening has three parts");
        }
        return new Wanted(
                new PractitionerId(UUID.fromString(parts[0])), UUID.fromString(parts[1]), Instant.parse(parts[2]));
    }

    private static Optional<UUID> id(MultiValueMap<String, String> form, String name) {
        return read(form, name, UUID::fromString);
    }

    private static <T> Optional<T> read(MultiValueMap<String, String> form, String name, Function<String, T> reader) {
        var value = form.getFirst(name);
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(value));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    BookForm holding(HoldId id) {
        return new BookForm(story, service, practitioner, from, opening, id, typed);
    }

    /// Hidden fields for the next page: the drawing, the service and what was typed; with `all` the opening and the
    /// hold.
    List<PainForm.Field> fields(boolean all) {
        var fields = new ArrayList<>(PainForm.fields(story));
        if (service != null) {
            fields.add(new PainForm.Field("service", service.toString()));
        }
        if (all && opening != null) {
            fields.add(new PainForm.Field("opening", opening.written()));
        }
        if (all && hold != null) {
            fields.add(new PainForm.Field("hold", hold.toString()));
        }
        if (!all) {
            fields.addAll(typed.fields());
        }
        return List.copyOf(fields);
    }
}
