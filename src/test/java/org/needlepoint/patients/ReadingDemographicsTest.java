package org.needlepoint.patients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needlepoint.patients.DemographicsForm.Flaw;
import org.needlepoint.patients.DemographicsForm.Reading;

/// What people type about themselves.
class ReadingDemographicsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 2);

    private static Reading read(String name, String born, @Nullable String phone, @Nullable String email) {
        return new DemographicsForm(name, born, phone, email).read(TODAY, "US", Locale.US);
    }

    private static List<Flaw> flaws(Reading reading) {
        return reading instanceof Reading.Invalid(var flaws) ? flaws : List.of();
    }

    @Test
    void is_trimmed_composed_and_put_into_one_form() {
        assertThat(read("  Ana\u0000  Nu\u0301n\u0303ez\n", "1984-02-29", "(410) 555-0123", " Ana@Example.com "))
                .isEqualTo(new Reading.Valid(new Demographics(
                        "Ana Núñez", LocalDate.of(1984, 2, 29), "+14105550123", "Ana@Example.com", Locale.ENGLISH)));
    }

    @ParameterizedTest
    @CsvSource({"2026-12-02, true", "2026-12-03, false", "1900-01-01, true", "1899-12-31, false", "1985-02-29, false"})
    void a_birth_date_is_real_and_lies_between_1900_and_today(String born, boolean fine) {
        assertThat(flaws(read("Ana", born, "4105550123", null)).isEmpty()).isEqualTo(fine);
    }

    @Test
    void a_name_has_at_most_two_hundred_characters_however_many_bytes_each_takes() {
        assertThat(flaws(read("🙂".repeat(200), "1984-02-29", "4105550123", null)))
                .isEmpty();
        assertThat(flaws(read("x".repeat(201), "1984-02-29", "4105550123", null)))
                .containsExactly(new Flaw("name", Flaw.Kind.TOO_LONG));
    }

    @Test
    void marks_that_turn_the_direction_of_text_are_taken_out() {
        assertThat(DemographicsForm.clean("Ana\u202Egnp.exe")).isEqualTo("Anagnp.exe");
    }

    @ParameterizedTest
    @CsvSource({"+44 20 7946 0958, +442079460958", "410-555-0123, +14105550123", "1 410 555 0123, +14105550123"})
    void a_telephone_number_without_a_country_is_of_the_practices(String typed, String number) {
        assertThat(DemographicsForm.e164(typed, "US")).contains(number);
    }

    @Test
    void a_search_key_of_the_longest_name_stays_short_enough_for_an_index() {
        assertThat(SearchKeys.name("\uFDFA".repeat(200))).hasSizeLessThanOrEqualTo(100);
    }
}
