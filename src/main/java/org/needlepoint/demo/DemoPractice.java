package org.needlepoint.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.Texts;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// One demo practice as its file in `demo/` describes it. Everybody in it is invented.
///
/// @param supervisedSessions what the practice asks before somebody needles alone; null: what the proposal asks
record DemoPractice(
        String slug,
        String name,
        String zone,
        String email,
        Texts tagline,
        Texts about,
        List<Section> sections,
        List<Texts> conditions,
        List<Place> locations,
        List<Person> practitioners,
        List<Offered> services,
        List<Holiday> holidays,
        @Nullable List<Notice> notices,
        @Nullable Integer supervisedSessions,
        List<Staff> staff,
        List<Visit> appointments) {

    /// Slugs in the order in which pages and the banner list them.
    static final List<String> SLUGS =
            List.of("riverside-sports", "lakeview", "harbor-needling", "northside-ims", "capital-pain");

    private static final Map<String, DayOfWeek> WEEKDAYS = Map.of(
            "mon", DayOfWeek.MONDAY,
            "tue", DayOfWeek.TUESDAY,
            "wed", DayOfWeek.WEDNESDAY,
            "thu", DayOfWeek.THURSDAY,
            "fri", DayOfWeek.FRIDAY,
            "sat", DayOfWeek.SATURDAY,
            "sun", DayOfWeek.SUNDAY);

    record Section(Texts title, Texts text) {}

    record Phone(Texts label, String number) {}

    record Place(
            String key,
            String name,
            String street,
            String city,
            String region,
            String postalCode,
            Texts directions,
            List<String> served,
            List<String> rooms,
            List<Phone> phones) {}

    /// @param trainingHours      in needling; null: enough
    /// @param supervisedSessions that the course attests; null: as many as the practice asks
    /// @param hours              ranges such as `08:00-17:00` by weekday (`mon`)
    record Person(
            String key,
            String name,
            String credentials,
            String profession,
            @Nullable String phone,
            @Nullable List<String> languages,
            @Nullable Integer trainingHours,
            @Nullable Integer supervisedSessions,
            Texts about,
            Map<String, List<String>> hours) {}

    /// @param practitioner whether the practitioner is needed: hands-on, or needles in
    record Part(int minutes, boolean practitioner) {}

    /// @param segments null: hands-on from beginning to end
    /// @param windows  when new patients may book it; null: in all hours
    record Offered(
            String key,
            Texts name,
            @Nullable Boolean needling,
            @Nullable Integer gridMinutes,
            Texts description,
            int minutes,
            String modality,

            @com.fasterxml.jackson.annotation.JsonProperty("for")
            String audience,

            long priceCents,
            boolean room,
            @Nullable List<Part> segments,
            List<String> practitioners,
            @Nullable Map<String, List<String>> windows) {}

    /// @param hours null: closed all day
    record Holiday(LocalDate date, Texts name, @Nullable String hours) {}

    /// @param days how long it is shown from the first start on
    record Notice(Texts text, int days) {}

    /// @param practitioner the practitioner who works with this sign-in, if one does
    record Staff(
            String role,
            String name,
            String email,
            String password,
            String totp,
            @Nullable String practitioner) {}

    /// @param day 0 for the first day with openings, 1 for the second
    /// @param at  how far into that day's openings, 0..1
    record Visit(String service, String practitioner, int day, double at, Guest patient, List<Painted> marks) {}

    record Guest(
            String name,
            LocalDate birthDate,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String language) {}

    /// @param quality what it feels like, such as `burning`; null when the patient did not say
    record Painted(
            String zone,
            String side,
            int intensity,
            @Nullable String quality,
            @Nullable Boolean spreads) {}

    /// Reads a practice's file.
    static DemoPractice read(String slug) {
        var mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (var in = DemoPractice.class.getResourceAsStream("/demo/" + slug + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("demo/" + slug + ".yaml is missing from the application");
            }
            return mapper.readValue(in, DemoPractice.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DayOfWeek weekday(String written) {
        var day = WEEKDAYS.get(written);
        if (day == null) {
            throw new IllegalArgumentException("a weekday is mon to sun, was " + written);
        }
        return day;
    }

    List<Notice> noticesOrNone() {
        return notices == null ? List.of() : notices;
    }
}
