package org.needlepoint.patients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needlepoint.audit.Actor;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.patients.Candidate.Likeness;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finding, confirming and linking patients.
@IntegrationTest
class FindingPatientsIT {
    private static final Actor DESK = Actor.account(new UUID(7, 7));
    private static final LocalDate BORN = LocalDate.of(1984, 2, 29);

    @Autowired
    Patients patients;

    @Autowired
    PatientContacts contacts;

    @Autowired
    PracticeFixture practices;

    @Autowired
    JdbcClient jdbc;

    private PracticeFixture.Opened practice =
            new PracticeFixture.Opened(new org.needlepoint.shared.PracticeId(new UUID(0, 0)), "", new UUID(0, 0));

    @BeforeEach
    void openPractice() {
        practice = practices.open("America/New_York");
    }

    private <T> T in(Supplier<T> work) {
        return PracticeScope.in(practice.id(), work::get);
    }

    private static Demographics who(String name, LocalDate born, @Nullable String phone, @Nullable String email) {
        return new Demographics(name, born, phone, email, Locale.ENGLISH);
    }

    private PatientId chart(String name, String phone) {
        return in(() -> patients.register(practice.id(), who(name, BORN, phone, null), DESK));
    }

    private PatientId guest(String name, String phone) {
        return in(() -> patients.makeProvisional(practice.id(), who(name, BORN, phone, null), Actor.GUEST));
    }

    private List<String> search(String typed) {
        return in(() -> patients.search(practice.id(), typed, "US")) instanceof PatientSearch.Matches(var found, var _)
                ? found.stream().map(Patient::name).toList()
                : List.of("too vague");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nun         | Ana Núñez",
                "ANA NU      | Ana Núñez",
                "Núñez, Ana  | Ana Núñez",
                "o'br        | Zoe O’Brien",
                "410 555 0199 | Zoe O’Brien",
                "(410) 555-0123 | Ana Núñez",
                "שרה         | שרה כהן",
            })
    void a_patient_is_found_by_what_somebody_types(String typed, String name) {
        chart("Ana Núñez", "+14105550123");
        chart("Zoe O’Brien", "+14105550199");
        chart("שרה כהן", "+14105550144");
        assertThat(search(typed)).containsExactly(name);
    }

    @Test
    void a_birth_date_finds_everyone_born_then() {
        chart("Ana Núñez", "+14105550123");
        chart("Zoe O’Brien", "+14105550199");
        assertThat(search("1984-02-29")).containsExactlyInAnyOrder("Ana Núñez", "Zoe O’Brien");
    }

    @ParameterizedTest
    @CsvSource({"a", "''", "'  '", "'-'"})
    void a_search_for_next_to_nothing_is_too_vague(String typed) {
        assertThat(search(typed)).containsExactly("too vague");
    }

    @Test
    void a_search_shows_fifty_and_says_that_there_are_more() {
        for (int i = 0; i < 51; i++) {
            chart("Smith " + i, "+14105550123");
        }
        assertThat(in(() -> patients.search(practice.id(), "smi", "US")))
                .isInstanceOfSatisfying(PatientSearch.Matches.class, matches -> {
                    assertThat(matches.patients()).hasSize(50);
                    assertThat(matches.more()).isTrue();
                });
    }

    @Test
    void candidates_are_charts_that_are_alike_and_the_likest_comes_first() {
        var twin = chart("Ana Nunes", "+14105550199");
        var housemate = chart("Bob Stone", "+14105550123");
        chart("Carl Other", "+14105550177");
        var guest = guest("Ana Núñez", "+14105550123");
        assertThat(in(() -> patients.candidatesFor(practice.id(), guest)))
                .extracting(candidate -> candidate.chart().id())
                .containsExactlyInAnyOrder(twin, housemate);
        assertThat(in(() -> patients.candidatesFor(practice.id(), guest)))
                .filteredOn(candidate -> candidate.chart().id().equals(twin))
                .singleElement()
                .satisfies(candidate ->
                        assertThat(candidate.likeness()).containsExactlyInAnyOrder(Likeness.NAME, Likeness.BIRTH_DATE));
    }

    @Test
    void a_link_can_be_undone_and_made_again() {
        var chart = chart("Ana Núñez", "+14105550123");
        var guest = guest("Ana Nunez", "+14105550123");
        assertThat(in(() -> patients.link(practice.id(), guest, chart, DESK))).isEqualTo(new Linking.Linked());
        assertThat(in(() -> patients.link(practice.id(), guest, chart, DESK)))
                .isEqualTo(new Linking.AlreadyLinked(chart));
        assertThat(in(() -> patients.confirm(practice.id(), guest, DESK))).isEqualTo(new Confirmation.BelongsTo(chart));
        assertThat(in(() -> patients.linkedTo(practice.id(), chart)))
                .extracting(Patient::id)
                .containsExactly(guest);
        assertThat(in(() -> patients.unlink(practice.id(), guest, DESK))).isEqualTo(new Unlinking.Unlinked(chart));
        assertThat(in(() -> patients.linkedTo(practice.id(), chart))).isEmpty();
        assertThat(in(() -> patients.unlink(practice.id(), guest, DESK))).isEqualTo(new Unlinking.NotLinked());
        assertThat(in(() -> patients.link(practice.id(), guest, chart, DESK))).isEqualTo(new Linking.Linked());
    }

    @Test
    void a_confirmed_patient_stays_in_the_history_as_they_were() {
        var guest = guest("Ana Núñez", "+14105550123");
        assertThat(in(() -> patients.confirm(practice.id(), guest, DESK))).isEqualTo(new Confirmation.Confirmed(1));
        assertThat(in(() -> patients.confirm(practice.id(), guest, DESK)))
                .isEqualTo(new Confirmation.AlreadyConfirmed());
        assertThat(practices.in(
                        practice.id(),
                        () -> jdbc.sql("""
                        select standing
                          from patients.patient_history
                         where practice_id = :practice
                           and patient_id = :id
                         order by version
                        """)
                                .param("practice", practice.id().value())
                                .param("id", guest.value())
                                .query(String.class)
                                .list()))
                .containsExactly("provisional", "confirmed");
    }

    @Test
    void a_correction_of_an_old_version_is_refused_and_a_new_name_is_found() {
        var chart = chart("Ana Núñez", "+14105550123");
        var married = who("Ana Stone", BORN, "+14105550123", null);
        assertThat(in(() -> patients.correct(practice.id(), chart, 0, married, DESK)))
                .isEqualTo(new Correction.Corrected(1));
        assertThat(in(() -> patients.correct(practice.id(), chart, 0, married, DESK)))
                .isInstanceOf(Correction.ChangedMeanwhile.class);
        assertThat(search("stone")).containsExactly("Ana Stone");
        assertThat(search("nunez")).isEmpty();
    }

    @Test
    void a_contact_opens_a_chart_only_when_the_chart_itself_has_it() {
        var chart = chart("Ana Núñez", "+14105550123");
        var guest = guest("Ana Nunez", "+14105550199");
        in(() -> patients.link(practice.id(), guest, chart, DESK));
        assertThat(in(() -> contacts.byContact(practice.id(), "+14105550199", BORN)))
                .extracting(match -> match.patient())
                .containsExactly(guest.value());
        assertThat(in(() -> contacts.byContact(practice.id(), "+14105550123", BORN)))
                .extracting(match -> match.patient())
                .containsExactly(chart.value());
        assertThat(in(() -> contacts.byContact(practice.id(), "+14105550123", BORN.plusDays(1))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "birth date, patient_birth_date",
        "phone, patient_phone",
        "email, patient_email",
        "name, patient_by_name",
        "words, name_word"
    })
    void each_search_uses_an_index_also_under_row_level_security(String kind, String index) {
        var sql = switch (kind) {
            case "birth date" -> PatientRows.BY_BIRTH_DATE;
            case "phone" -> PatientRows.BY_PHONE;
            case "email" -> PatientRows.BY_EMAIL;
            case "name" -> PatientRows.BY_NAME;
            default -> PatientRows.BY_WORDS;
        };
        var plan = practices.in(practice.id(), () -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return String.join(
                    "\n",
                    jdbc.sql("explain " + sql)
                            .param("practice", practice.id().value())
                            .param("birthDate", BORN)
                            .param("phone", "+14105550123")
                            .param("email", "ana@example.com")
                            .param("name", "ana")
                            .param("afterName", SearchKeys.after("ana"))
                            .param("word", "ana")
                            .param("afterWord", SearchKeys.after("ana"))
                            .param("other", "nu")
                            .param("afterOther", SearchKeys.after("nu"))
                            .param("limit", 51)
                            .query(String.class)
                            .list());
        });
        assertThat(plan).contains(index).contains("Index Cond").doesNotContain("Seq Scan");
    }
}
