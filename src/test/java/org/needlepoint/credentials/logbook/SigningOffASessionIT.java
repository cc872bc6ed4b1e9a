package org.needlepoint.credentials.logbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.credentials.Profession;
import org.needlepoint.credentials.entitlement.Licence;
import org.needlepoint.credentials.entitlement.QualificationRecords;
import org.needlepoint.credentials.logbook.Logbook.SigningOff;
import org.needlepoint.credentials.logbook.SupervisedSession.Outcome;
import org.needlepoint.identity.AccountId;
import org.needlepoint.identity.Accounts;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignIns;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.Texts;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// An instructor signs off what a trainee did; only that counts.
@IntegrationTest
class SigningOffASessionIT {
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 2);

    @Autowired
    Clinic clinics;

    @Autowired
    Practitioners practitioners;

    @Autowired
    QualificationRecords qualifications;

    @Autowired
    Logbook logbook;

    @Autowired
    Accounts accounts;

    @Autowired
    SignIns signIns;

    @Autowired
    PracticeFixture practices;

    @LocalServerPort
    int port;

    private Clinic.Opened clinic;
    private Person sam;
    private Person dana;

    /// Somebody who treats, with their sign-in.
    private record Person(PractitionerId id, AccountId account, Visitor visitor) {
        Actor actor() {
            return Actor.account(account.value());
        }
    }

    @BeforeEach
    void a_trainee_and_an_instructor() {
        clinic = clinics.byPhone("America/New_York");
        sam = person("Sam Oyelaran");
        dana = person("Dana Wojcik");
        clinic.in(() -> {
            clinics.entitled(clinic.id(), dana.id());
            return true;
        });
    }

    private Person person(String name) {
        return practices.in(clinic.id(), () -> {
            var account = accounts.create(
                    clinic.id(),
                    Actor.SYSTEM,
                    new Accounts.NewAccount(
                            "hands-" + UUID.randomUUID() + "@example.org",
                            name,
                            "a long pass phrase",
                            "KRSXG5DJNZTSA5DFKRSXG5DJNZTSA5DB",
                            Set.of(Role.PRACTITIONER)));
            var id = practitioners.add(
                    clinic.id(),
                    new Practitioners.Joining(
                            name,
                            "PT",
                            Profession.PHYSICAL_THERAPIST,
                            List.of("en"),
                            new Texts("Treats.", "Trata."),
                            null,
                            account.value(),
                            2),
                    Actor.SYSTEM);
            var token = signIns.startStaff(clinic.id(), account);
            return new Person(id, account, new Visitor(port).with("np", token));
        });
    }

    private UUID entered(@Nullable UUID visit, LocalDate held) {
        clinic.in(() -> {
            logbook.enter(
                    clinic.id(),
                    new Logbook.Entry(sam.id(), dana.id(), visit, Clinic.MARYLAND, held, "5 needles: Infraspinatus"),
                    sam.actor());
            return true;
        });
        return done().getFirst().id();
    }

    private List<SupervisedSession> done() {
        return clinic.in(() -> logbook.done(clinic.id(), sam.id()));
    }

    private SigningOff sign(Person by, UUID session, Outcome outcome, @Nullable String word) {
        return clinic.in(() -> logbook.sign(clinic.id(), by.id(), session, outcome, word, by.actor()));
    }

    private int counted() {
        return clinic.in(() -> qualifications.of(clinic.id(), sam.id()).sessions(TODAY));
    }

    @Test
    void counts_for_the_trainee_once_the_instructor_accepts() {
        var session = entered(null, TODAY);
        assertThat(counted()).isZero();
        assertThat(sign(dana, session, Outcome.ACCEPTED, null)).isEqualTo(new SigningOff.Signed(Outcome.ACCEPTED));
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void is_never_ones_own() {
        var session = entered(null, TODAY);
        assertThat(sign(sam, session, Outcome.ACCEPTED, "fine")).isEqualTo(new SigningOff.NotTheInstructor());
        assertThat(counted()).isZero();
    }

    @Test
    void is_no_business_of_somebody_who_was_not_there() {
        var session = entered(null, TODAY);
        var stranger = person("Teo Lindqvist");
        assertThatThrownBy(() -> sign(stranger, session, Outcome.ACCEPTED, null))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void needs_a_word_where_something_is_missing() {
        var session = entered(null, TODAY);
        assertThat(sign(dana, session, Outcome.NEEDS_MORE, null)).isEqualTo(new SigningOff.WordMissing());
        assertThat(sign(dana, session, Outcome.NEEDS_MORE, "the angle")).isInstanceOf(SigningOff.Signed.class);
        assertThat(counted()).isZero();
    }

    @Test
    void is_corrected_by_a_further_entry_and_every_entry_stays() {
        var session = entered(null, TODAY);
        sign(dana, session, Outcome.ACCEPTED, null);
        sign(dana, session, Outcome.NEEDS_MORE, "it was another patient");
        assertThat(counted()).isZero();
        assertThat(done().getFirst().signings())
                .extracting(SupervisedSession.Signing::outcome)
                .containsExactly(Outcome.ACCEPTED, Outcome.NEEDS_MORE);
        sign(dana, session, Outcome.ACCEPTED, null);
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void asks_whether_the_instructor_was_entitled_there_on_that_day() {
        clinic.in(() -> {
            qualifications.note(
                    clinic.id(),
                    new Licence(
                            dana.id(),
                            Clinic.MARYLAND,
                            "R-1",
                            LocalDate.of(2015, 1, 1),
                            TODAY.minusDays(1),
                            TODAY.plusYears(1)),
                    Actor.SYSTEM);
            return true;
        });
        var today = entered(UUID.randomUUID(), TODAY);
        assertThat(sign(dana, today, Outcome.ACCEPTED, null)).isInstanceOf(SigningOff.NotEntitled.class);
        var before = clinic.in(() -> {
            logbook.enter(
                    clinic.id(),
                    new Logbook.Entry(
                            sam.id(), dana.id(), UUID.randomUUID(), Clinic.MARYLAND, TODAY.minusDays(1), "3 needles"),
                    sam.actor());
            return logbook.done(clinic.id(), sam.id()).getLast().id();
        });
        assertThat(sign(dana, before, Outcome.ACCEPTED, null)).isInstanceOf(SigningOff.Signed.class);
    }

    @Test
    void is_of_one_session_however_often_the_visit_is_entered() {
        var visit = UUID.randomUUID();
        entered(visit, TODAY);
        entered(visit, TODAY);
        assertThat(done()).hasSize(1);
    }

    @Test
    void goes_by_pages_that_both_read_and_print() {
        var training = "/p/" + clinic.slug() + "/training";
        assertThat(sam.visitor().get(training).body()).contains("No supervised session yet", "No licence for Maryland");
        assertThat(sam.visitor()
                        .post(training, "held", "2027-01-01", "instructor", "x", "where", "", "what", "")
                        .body())
                .contains("href=\"#held\"", "href=\"#instructor\"", "href=\"#where\"", "href=\"#what\"");
        assertThat(sam.visitor()
                        .post(
                                training,
                                "held",
                                "2026-12-01",
                                "instructor",
                                dana.id().toString(),
                                "where",
                                "US-MD",
                                "what",
                                "Soleus, 2 needles")
                        .status())
                .isEqualTo(303);
        var session = done().getFirst().id();
        var list = training + "/to-sign-off";
        assertThat(dana.visitor().get(list).body()).contains("Sam Oyelaran", "Soleus, 2 needles");
        assertThat(sam.visitor().get(list).body()).contains("Nothing waits for you");
        var signature = training + "/sessions/" + session + "/signature";
        assertThat(dana.visitor().post(signature, "outcome", "NEEDS_MORE").status())
                .isEqualTo(422);
        assertThat(dana.visitor()
                        .post(signature, "outcome", "ACCEPTED", "word-" + session, "Good hands")
                        .status())
                .isEqualTo(303);
        assertThat(sam.visitor().get(training).body()).contains("Accepted", "Good hands");
        assertThat(sam.visitor().download(training + "/logbook.pdf"))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(dana.visitor().download(training + "/" + sam.id() + "/logbook.pdf"))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(sam.visitor()
                        .get(training + "/" + dana.id() + "/logbook.pdf")
                        .status())
                .isEqualTo(404);
    }
}
