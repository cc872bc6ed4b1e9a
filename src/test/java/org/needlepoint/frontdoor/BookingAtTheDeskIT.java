package org.needlepoint.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.identity.Accounts;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignIns;
import org.needlepoint.patients.Demographics;
import org.needlepoint.patients.DemographicsForm;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The front desk books for somebody on the phone.
@IntegrationTest
class BookingAtTheDeskIT {
    private static final Pattern OPENING = Pattern.compile("name=\"opening\" value=\"([^\"]+)\"");

    @Autowired
    Clinic clinics;

    @Autowired
    Patients patients;

    @Autowired
    Accounts accounts;

    @Autowired
    SignIns signIns;

    @Autowired
    PracticeFixture practices;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Clinic.Opened clinic;
    private Visitor desk;

    @BeforeEach
    void openAPracticeAndSignIn() {
        clinic = clinics.byPhone("America/New_York");
        var token = practices.in(clinic.id(), () -> {
            var account = accounts.create(
                    clinic.id(),
                    Actor.SYSTEM,
                    new Accounts.NewAccount(
                            "desk@example.org",
                            "Otis Brandt",
                            "a long pass phrase",
                            "KRSXG5DJNZTSA5DFKRSXG5DJNZTSA5DB",
                            Set.of(Role.FRONT_DESK)));
            return signIns.startStaff(clinic.id(), account);
        });
        desk = new Visitor(port).with("np", token);
    }

    private PatientId patient(String name) {
        var read = new DemographicsForm(name, "1980-02-03", null, "somebody@example.org")
                .read(LocalDate.of(2026, 12, 2), "US", Locale.ENGLISH);
        Demographics demographics = ((DemographicsForm.Reading.Valid) read).demographics();
        return practices.in(clinic.id(), () -> patients.register(clinic.id(), demographics, Actor.SYSTEM));
    }

    private String path(String rest) {
        return "/p/" + clinic.slug() + rest;
    }

    private String firstOpening(PatientId patient) {
        var page = desk.get(path("/patients/" + patient + "/booking?service=" + clinic.service()));
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        var openings = OPENING.matcher(page.body());
        assertThat(openings.find()).isTrue();
        return openings.group(1);
    }

    private Visitor.Answer book(PatientId patient, String opening, UUID key) {
        return desk.post(
                path("/appointments"),
                "patient",
                patient.toString(),
                "service",
                clinic.service().toString(),
                "opening",
                opening,
                "key",
                key.toString());
    }

    private long visits() {
        return practices.in(
                clinic.id(),
                () -> jdbc.sql("select count(*) from scheduling.appointment where practice_id = :practice")
                        .param("practice", clinic.id().value())
                        .query(Long.class)
                        .single());
    }

    @Test
    void takes_one_step_and_ends_at_the_visit() {
        var ana = patient("Ana Ruiz");
        var booked = book(ana, firstOpening(ana), UUID.randomUUID());
        assertThat(booked.status()).isEqualTo(303);
        assertThat(desk.get(booked.location()).body()).contains("Ana Ruiz");
    }

    @Test
    void is_done_once_however_often_the_form_is_sent() {
        var ana = patient("Ana Ruiz");
        var opening = firstOpening(ana);
        var key = UUID.randomUUID();
        var first = book(ana, opening, key);
        var second = book(ana, opening, key);
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(visits()).isEqualTo(1);
    }

    @Test
    void is_refused_where_somebody_else_has_the_time_and_shows_what_is_free() {
        var ana = patient("Ana Ruiz");
        var opening = firstOpening(ana);
        book(ana, opening, UUID.randomUUID());
        var refused = book(patient("Bo Lind"), opening, UUID.randomUUID());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains("Somebody has just taken that time", "Bo Lind")
                .doesNotContain(opening);
        assertThat(OPENING.matcher(refused.body()).find()).isTrue();
        assertThat(visits()).isEqualTo(1);
    }

    @Test
    void refuses_an_opening_that_makes_no_sense_and_a_patient_of_another_practice() {
        var ana = patient("Ana Ruiz");
        assertThat(book(ana, "tomorrow at noon", UUID.randomUUID()).status()).isEqualTo(422);
        var own = clinic;
        clinic = clinics.byPhone("America/New_York");
        var stranger = patient("Stranger");
        clinic = own;
        assertThat(book(stranger, firstOpening(ana), UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(visits()).isZero();
    }
}
