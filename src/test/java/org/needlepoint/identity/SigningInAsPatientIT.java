package org.needlepoint.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/// Signing in as a patient: a code to a contact, then a birth date.
@IntegrationTest
@Import(SigningInAsPatientIT.Wiring.class)
class SigningInAsPatientIT {
    private static final Map<String, String> SENT = new ConcurrentHashMap<>();
    private static final UUID ANA = Uuid7.next();
    private static final UUID BEA = Uuid7.next();
    private static final UUID CARL = Uuid7.next();
    private static final LocalDate TWINS = LocalDate.of(2015, 3, 27);

    /// One family behind one address and one telephone.
    @TestConfiguration(proxyBeanMethods = false)
    static class Wiring {
        @Bean
        @Primary
        CodeSender letterBox() {
            return (PracticeId practice, String recipient, String code, Locale locale) -> SENT.put(recipient, code);
        }

        @Bean
        PatientLookup family() {
            return new PatientLookup() {
                @Override
                public List<Match> byContact(PracticeId practice, String contact, LocalDate birthDate) {
                    if (!List.of("family@example.com", "+12075550142").contains(contact)) {
                        return List.of();
                    }
                    if (birthDate.equals(TWINS)) {
                        return List.of(new Match(ANA, "Ana"), new Match(BEA, "Bea"));
                    }
                    return birthDate.equals(LocalDate.of(1985, 7, 4)) ? List.of(new Match(CARL, "Carl")) : List.of();
                }

                @Override
                public Optional<String> nameOf(PracticeId practice, UUID patient) {
                    return List.of(ANA, BEA, CARL).contains(patient) ? Optional.of("somebody") : Optional.empty();
                }
            };
        }
    }

    @Autowired
    PracticeFixture practices;

    @Autowired
    SignIns signIns;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private PracticeFixture.Opened practice = new PracticeFixture.Opened(PracticeId.next(), "", Uuid7.next());
    private Visitor visitor = new Visitor(0);

    @BeforeEach
    void open() {
        SENT.clear();
        practice = practices.open("America/New_York");
        visitor = new Visitor(port);
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private String path(String rest) {
        return "/p/" + practice.slug() + "/patient/sign-in" + rest;
    }

    private Visitor.Answer birthDate(String year, String month, String day) {
        return visitor.post(path("/person"), "birthDate-year", year, "birthDate-month", month, "birthDate-day", day);
    }

    private void prove(String typed, String contact) {
        assertThat(visitor.post(path(""), "contact", typed).location()).isEqualTo(path("/code"));
        assertThat(visitor.post(path("/code"), "code", SENT.getOrDefault(contact, ""))
                        .location())
                .isEqualTo(path("/person"));
    }

    private SignedIn signedIn() {
        var token = String.valueOf(visitor.cookie("np"));
        var state = practices.in(practice.id(), () -> signIns.find(practice.id(), token));
        assertThat(state).isInstanceOf(SignInState.Active.class);
        return ((SignInState.Active) state).who();
    }

    @Test
    void takes_an_email_its_code_and_a_birth_date() {
        assertThat(visitor.get(path("")).body()).contains("There is no password to remember");
        prove("Family@Example.com ", "family@example.com");
        assertThat(visitor.get(path("/person")).body()).contains("Who is this for?");
        assertThat(birthDate("1985", "7", "4").location()).isEqualTo("/p/" + practice.slug() + "/my");
        assertThat(signedIn())
                .isEqualTo(new SignedIn(
                        practice.id(), SignedIn.Kind.PATIENT, CARL, java.util.Set.of(Role.PATIENT), "somebody"));
    }

    @Test
    void takes_a_phone_number_as_people_write_it() {
        prove("(207) 555-0142", "+12075550142");
        assertThat(birthDate("1985", "7", "4").status()).isEqualTo(303);
    }

    @Test
    void asks_which_of_the_twins_is_meant() {
        prove("family@example.com", "family@example.com");
        var which = birthDate("2015", "3", "27");
        assertThat(which.status()).isEqualTo(422);
        assertThat(which.body()).contains("Ana").contains("Bea").doesNotContain("Carl");
        var chosen = visitor.post(
                path("/person"),
                "birthDate-year",
                "2015",
                "birthDate-month",
                "3",
                "birthDate-day",
                "27",
                "person",
                BEA.toString());
        assertThat(chosen.status()).isEqualTo(303);
        assertThat(signedIn().id()).isEqualTo(BEA);
    }

    @Test
    void lets_nobody_choose_a_person_of_another_contact() {
        prove("stranger@example.com", "stranger@example.com");
        var answer = visitor.post(
                path("/person"),
                "birthDate-year",
                "2015",
                "birthDate-month",
                "3",
                "birthDate-day",
                "27",
                "person",
                BEA.toString());
        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void answers_a_stranger_like_a_patient_and_sends_a_code_to_both() {
        var known = new Visitor(port).post(path(""), "contact", "family@example.com");
        var unknown = new Visitor(port).post(path(""), "contact", "stranger@example.com");
        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(unknown.location()).isEqualTo(known.location());
        assertThat(SENT).containsOnlyKeys("family@example.com", "stranger@example.com");
    }

    @Test
    void gives_five_tries_for_a_code() {
        visitor.post(path(""), "contact", "family@example.com");
        for (int left = 4; left > 0; left--) {
            assertThat(visitor.post(path("/code"), "code", "nonono").body()).contains("You have " + left);
        }
        assertThat(visitor.post(path("/code"), "code", "nonono").body()).contains("no longer good");
        assertThat(visitor.post(path("/code"), "code", SENT.getOrDefault("family@example.com", ""))
                        .body())
                .contains("no longer good");
    }

    @Test
    void gives_ten_minutes_for_a_code() {
        visitor.post(path(""), "contact", "family@example.com");
        clock.advance(Duration.ofMinutes(11));
        var late = visitor.post(path("/code"), "code", SENT.getOrDefault("family@example.com", ""));
        assertThat(late.location()).isEqualTo(path(""));
    }

    @Test
    void gives_five_tries_for_a_birth_date() {
        prove("family@example.com", "family@example.com");
        for (int i = 1; i < 5; i++) {
            assertThat(birthDate("1985", "7", "" + (4 + i)).status()).isEqualTo(422);
        }
        assertThat(birthDate("1985", "7", "30").body()).contains("no longer good");
        assertThat(birthDate("1985", "7", "4").body()).contains("no longer good");
    }

    @Test
    void sends_no_flood_of_codes_to_one_contact() {
        for (int i = 0; i < 5; i++) {
            assertThat(new Visitor(port)
                            .post(path(""), "contact", "family@example.com")
                            .status())
                    .isEqualTo(303);
        }
        assertThat(new Visitor(port)
                        .post(path(""), "contact", "family@example.com")
                        .status())
                .isEqualTo(429);
    }

    @Test
    void says_what_to_do_about_what_is_neither_email_nor_phone_nor_date() {
        assertThat(visitor.post(path(""), "contact", "hello").status()).isEqualTo(422);
        assertThat(visitor.post(path(""), "contact", "a@b").status()).isEqualTo(422);
        prove("family@example.com", "family@example.com");
        assertThat(birthDate("2027", "1", "1").body()).contains("Enter a birth date");
        assertThat(birthDate("1985", "2", "30").body()).contains("Enter a birth date");
    }

    @Test
    void ends_after_half_an_hour_of_silence() {
        prove("family@example.com", "family@example.com");
        birthDate("1985", "7", "4");
        clock.advance(Duration.ofMinutes(31));
        var token = String.valueOf(visitor.cookie("np"));
        assertThat(practices.in(practice.id(), () -> signIns.find(practice.id(), token)))
                .isEqualTo(new SignInState.None());
    }
}
