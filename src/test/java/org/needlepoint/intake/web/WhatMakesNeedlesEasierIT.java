package org.needlepoint.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.intake.Asked;
import org.needlepoint.intake.Comfort;
import org.needlepoint.intake.Comforts;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/// Patients say before the visit what makes needles easier for them, or are asked; each word stays on record.
@IntegrationTest
@Import(PreparedVisit.class)
class WhatMakesNeedlesEasierIT {
    @LocalServerPort
    private int port;

    @Autowired
    private PreparedVisit visits;

    @Autowired
    private Comforts comforts;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private MovableClock clock;

    @AfterEach
    void reset() {
        clock.set(MovableClock.START);
    }

    private List<Comforts.Told> history(PreparedVisit.Opened visit) {
        return visit.clinic().in(() -> comforts.history(visit.practice(), visit.chart()));
    }

    @Test
    void is_told_by_the_patient_and_read_by_staff_in_words() {
        var visit = visits.open();
        var patient = visits.patient(port, visit);
        assertThat(patient.get(visit.path()).body()).contains("What makes it easier for you", "If you like");
        patient.get(visit.path() + "/comfort");
        var told = patient.postFields(
                visit.path() + "/comfort",
                Map.of(
                        "wish", List.of("warn-before-each", "companion"),
                        "talk", List.of("quiet"),
                        "position", List.of("any"),
                        "earlier", List.of("Felt faint at a flu shot"),
                        "words", List.of(" ")));
        assertThat(told.status()).isEqualTo(303);
        assertThat(history(visit)).singleElement().satisfies(each -> {
            assertThat(each.comfort())
                    .isEqualTo(new Comfort(
                            null,
                            Comfort.Talk.QUIET,
                            Set.of(Comfort.Wish.WARN_BEFORE_EACH, Comfort.Wish.COMPANION),
                            "Felt faint at a flu shot",
                            null));
            assertThat(each.asked().how()).isEqualTo(Asked.How.LINK);
        });
        var staff = visits.signedIn(port, visit.practice(), visit.account());
        assertThat(staff.get(visit.staff("/comfort")).body())
                .contains("A word before each needle", "Before: “Felt faint at a flu shot”", "Patient, own device");
        assertThat(staff.get(visit.staff("")).body()).contains("A companion in the room", "Quiet");
        var trail = visit.clinic()
                .in(() -> audit.ofPatient(visit.practice(), visit.chart().value(), 20));
        assertThat(trail.stream().map(line -> line.subject() + " " + line.action()))
                .contains("comfort told");
    }

    @Test
    void is_changed_by_staff_and_what_was_said_before_stays() {
        var visit = visits.open();
        var staff = visits.signedIn(port, visit.practice(), visit.account());
        staff.get(visit.staff("/comfort"));
        staff.post(visit.staff("/comfort"), "wish", "music", "position", "head-raised");
        clock.advance(Duration.ofMinutes(1));
        staff.post(visit.staff("/comfort"), "wish", "music", "position", "head-raised");
        assertThat(history(visit)).as("the same again").hasSize(1);
        staff.post(visit.staff("/comfort"), "wish", "look-away");
        assertThat(history(visit))
                .extracting(told -> told.comfort().wishes())
                .containsExactly(Set.of(Comfort.Wish.LOOK_AWAY), Set.of(Comfort.Wish.MUSIC));
        assertThat(staff.get(visit.staff("/comfort")).body()).contains("Not to see the needles", "Head raised");
    }

    @Test
    void is_asked_for_again_in_fewer_words_and_what_was_typed_stays() {
        var visit = visits.open();
        var patient = visits.patient(port, visit);
        patient.get(visit.path() + "/comfort");
        var tooLong = "x".repeat(Comfort.LONGEST + 1);
        var refused = patient.post(visit.path() + "/comfort", "wish", "music", "words", tooLong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Write at most 300 characters.", "href=\"#words\"", tooLong);
        assertThat(history(visit)).isEmpty();
    }

    @Test
    void leaves_out_what_is_no_wish_of_the_form() {
        var visit = visits.open();
        var patient = visits.patient(port, visit);
        patient.get(visit.path() + "/comfort");
        patient.post(visit.path() + "/comfort", "wish", "champagne", "position", "headstand", "words", "Cold hands");
        assertThat(history(visit))
                .extracting(Comforts.Told::comfort)
                .containsExactly(new Comfort(null, null, Set.of(), null, "Cold hands"));
    }

    @Test
    void is_asked_in_spanish() {
        var visit = visits.open();
        var patient = visits.patient(port, visit);
        assertThat(patient.get(visit.path() + "/comfort?lang=es").body())
                .contains("Lo que le hace más fáciles las agujas", "Un aviso antes de cada aguja", "Me da igual");
    }
}
