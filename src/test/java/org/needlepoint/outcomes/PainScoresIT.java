package org.needlepoint.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.identity.AccountId;
import org.needlepoint.identity.Accounts;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignIns;
import org.needlepoint.patients.Demographics;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.shared.Uuid7;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class PainScoresIT {
    private static final Demographics ANA =
            new Demographics("Ana Ruiz", LocalDate.of(1988, 3, 4), "+13015550101", null, Locale.ENGLISH);

    @Autowired
    PracticeFixture practices;

    @Autowired
    Patients patients;

    @Autowired
    Scores scores;

    @Autowired
    Accounts accounts;

    @Autowired
    SignIns signIns;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private PracticeFixture.Opened practice;
    private PatientId ana;

    @BeforeEach
    void open() {
        practice = practices.open("America/New_York");
        ana = practices.in(practice.id(), () -> patients.register(practice.id(), ANA, Actor.SYSTEM));
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private Visitor staff(Role role) {
        var account = practices.in(
                practice.id(),
                () -> accounts.create(
                        practice.id(),
                        Actor.SYSTEM,
                        new Accounts.NewAccount(
                                "s" + AccountId.next() + "@example.com",
                                "Mara Fields",
                                "correct horse battery",
                                null,
                                Set.of(role))));
        return new Visitor(port)
                .with("np", practices.in(practice.id(), () -> signIns.startStaff(practice.id(), account)));
    }

    private String path() {
        return "/p/" + practice.slug() + "/patients/" + ana + "/outcomes";
    }

    @Test
    void are_recorded_by_one_tap_and_put_right_by_another_while_both_stay_on_record() {
        var staff = staff(Role.PRACTITIONER);
        var visit = Uuid7.next().toString();
        assertThat(staff.post(path(), "visit", visit, "moment", "before", "now", "6")
                        .location())
                .endsWith("/outcomes?done");
        clock.advance(Duration.ofMinutes(1));
        staff.post(path(), "visit", visit, "moment", "before", "now", "7");
        var course = practices.in(practice.id(), () -> scores.course(practice.id(), ana));
        assertThat(course.occasions())
                .singleElement()
                .satisfies(o -> assertThat(o.now()).isEqualTo(7));
        assertThat(rows()).isEqualTo(2);
        assertThat(practices.in(practice.id(), () -> audit.ofPatient(practice.id(), ana.value(), 10)))
                .filteredOn(line -> line.subject().equals("pain-score"))
                .hasSize(2);
    }

    @Test
    void come_back_to_the_session_from_which_they_were_sent() {
        var session = Uuid7.next().toString();
        var answer = staff(Role.PRACTITIONER)
                .post(path(), "visit", Uuid7.next().toString(), "session", session, "moment", "after", "now", "3");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).endsWith("/p/" + practice.slug() + "/sessions/" + session + "#pain");
    }

    @Test
    void off_the_scale_are_refused_and_what_was_chosen_is_kept() {
        var answer = staff(Role.PRACTITIONER).post(path(), "moment", "check-in", "now", "11", "worst", "8");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Choose a number from 0 to 10").containsPattern("value=\"8\"[^>]*checked");
        assertThat(rows()).isZero();
    }

    @Test
    void are_shown_as_a_drawing_with_the_same_numbers_in_a_table_and_the_source_of_what_counts() {
        var staff = staff(Role.SUPERVISOR);
        var visit = Uuid7.next().toString();
        staff.post(path(), "visit", visit, "moment", "before", "now", "6", "worst", "8");
        clock.advance(Duration.ofMinutes(5));
        staff.post(path(), "visit", visit, "moment", "after", "now", "3");
        var page = staff.get(path()).body();
        assertThat(page)
                .contains("Pain now: 6 out of 10 on Wednesday, December 2, 2026, 10:00", "3 out of 10 on")
                .contains(
                        "np-trend__line np-trend-now",
                        "np-trend__line np-trend-worst",
                        "<polyline",
                        "Worst in 24 hours")
                .contains("1,708 people", "J Orthop Sports Phys Ther 2014");
        assertThat(staff.get(path() + "?lang=es").body()).contains("Dolor ahora: 6 de 10");
    }

    @Test
    void are_not_for_the_front_desk_and_not_for_another_practice() {
        assertThat(staff(Role.FRONT_DESK).get(path()).status()).isEqualTo(403);
        practices.in(practice.id(), () -> {
            scores.recordPain(practice.id(), ana, null, Moment.CHECK_IN, 4, null, Actor.SYSTEM);
            return ana;
        });
        var other = practices.open("America/New_York");
        assertThat(practices
                        .in(other.id(), () -> scores.course(other.id(), ana))
                        .occasions())
                .isEmpty();
    }

    @Test
    void of_a_patient_who_was_linked_later_belong_to_the_chart() {
        var guest = practices.in(practice.id(), () -> patients.makeProvisional(practice.id(), ANA, Actor.GUEST));
        practices.in(practice.id(), () -> {
            scores.recordPain(practice.id(), guest, UUID.randomUUID(), Moment.BEFORE, 5, null, Actor.SYSTEM);
            return patients.link(practice.id(), guest, ana, Actor.SYSTEM);
        });
        assertThat(practices
                        .in(practice.id(), () -> scores.course(practice.id(), ana))
                        .occasions())
                .hasSize(1);
    }

    @Test
    void can_be_neither_changed_nor_deleted_by_the_application() {
        for (var statement : new String[] {"update outcomes.score set value = 0", "delete from outcomes.score"}) {
            assertThatThrownBy(() -> practices.in(
                            practice.id(), () -> jdbc.sql(statement).update()))
                    .hasRootCauseMessage("ERROR: permission denied for table score");
        }
    }

    private int rows() {
        return practices.in(
                practice.id(),
                () -> jdbc.sql("select count(*) from outcomes.score where practice_id = :practice")
                        .param("practice", practice.id().value())
                        .query(Integer.class)
                        .single());
    }
}
