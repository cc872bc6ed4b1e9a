package org.needlepoint.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.needlepoint.intake.web.PreparedVisit.knock;
import static org.needlepoint.intake.web.PreparedVisit.noneOfThese;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.intake.Answer;
import org.needlepoint.intake.Asked.How;
import org.needlepoint.intake.Screening;
import org.needlepoint.intake.ScreeningStanding;
import org.needlepoint.intake.Screenings;
import org.needlepoint.intake.Technique;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@IntegrationTest
@Import(PreparedVisit.class)
class QuestionsBehindALinkIT {
    @LocalServerPort
    private int port;

    @Autowired
    private PreparedVisit visits;

    @Autowired
    private Screenings screenings;

    @Autowired
    private MovableClock clock;

    @AfterEach
    void reset() {
        clock.set(MovableClock.START);
    }

    private ScreeningStanding standing(PreparedVisit.Opened visit) {
        return visit.clinic()
                .in(() -> screenings.standing(visit.practice(), visit.chart(), visit.id(), Technique.DRY_NEEDLING));
    }

    @Test
    void show_the_emergency_line_time_and_place_and_ask_for_the_birth_date() {
        var visit = visits.open();
        var door = new Visitor(port).get(visit.path());
        assertThat(door.status()).isEqualTo(200);
        assertThat(door.body())
                .contains("np-emergency", "Thursday, December 3, 10:00 AM", "Main Street", "birthDate-year")
                .doesNotContain("Ada", "Health questions");
        assertThat(new Visitor(port).get(visit.path() + "/questions/needles").body())
                .contains("birthDate-year")
                .doesNotContain("faint");
    }

    @Test
    void open_with_the_right_birth_date_and_close_after_five_wrong_ones() {
        var visit = visits.open();
        var guesser = new Visitor(port);
        for (int i = 0; i < 4; i++) {
            assertThat(knock(guesser, visit, "1981").status()).isEqualTo(422);
        }
        assertThat(knock(guesser, visit, "1981").status()).isEqualTo(429);
        var late = knock(guesser, visit, "1980");
        assertThat(late.status()).isEqualTo(429);
        assertThat(late.body()).contains("Too many tries", "np-emergency");
    }

    @Test
    void are_one_tap_a_page_for_somebody_healthy() {
        var visit = visits.open();
        var patient = visits.patient(port, visit);
        assertThat(patient.get(visit.path()).body()).contains("Health questions", "Good to know", "Your consent");
        assertThat(noneOfThese(patient, visit.path(), 20)).isEqualTo(8);
        assertThat(standing(visit))
                .isInstanceOfSatisfying(
                        ScreeningStanding.Complete.class,
                        complete -> assertThat(complete.overall()).isEqualTo(new Screening.NothingReported()));
        var answers = visit.clinic().in(() -> screenings.answers(visit.practice(), visit.chart()));
        assertThat(answers).extracting(Answer::asked).allMatch(asked -> asked.how() == How.LINK);
        assertThat(patient.get(visit.path()).body()).contains("Done");
    }

    @Test
    void go_on_where_they_were_left_in_another_browser() {
        var visit = visits.open();
        noneOfThese(visits.patient(port, visit), visit.path(), 2);
        assertThat(standing(visit)).isInstanceOf(ScreeningStanding.Incomplete.class);
        var again = visits.patient(port, visit);
        assertThat(again.get(visit.path() + "/questions").location()).endsWith("/questions/heart-lungs");
        noneOfThese(again, visit.path(), 20);
        assertThat(standing(visit)).isInstanceOf(ScreeningStanding.Complete.class);
    }

    @Test
    void take_nothing_for_an_answer_and_keep_what_was_marked() {
        var visit = visits.open();
        var patient = visits.patient(port, visit);
        var page = visit.path() + "/questions/illness";
        patient.get(page);
        assertThat(patient.post(page).status()).isEqualTo(422);
        var both = patient.post(page, "none", "1", "unsure", "diabetes");
        assertThat(both.status()).isEqualTo(422);
        assertThat(both.body()).containsPattern("id=\"unsure-diabetes\"[^>]*checked");
        assertThat(standing(visit)).isEqualTo(new ScreeningStanding.NotAsked());
    }

    @Test
    void say_of_a_stop_that_the_needles_wait_and_the_visit_does_not() {
        var visit = visits.open();
        var patient = visits.patient(port, visit);
        patient.get(visit.path() + "/questions/today");
        patient.post(visit.path() + "/questions/today", "yes", "ill-or-fever-today");
        assertThat(patient.get(visit.path()).body())
                .contains("The needles wait; your visit does not")
                .doesNotContainIgnoringCase("safe ");
    }

    @Test
    void keep_the_place_of_a_yes_and_count_an_unknown_one_everywhere() {
        var visit = visits.open();
        var patient = visits.patient(port, visit);
        var page = visit.path() + "/questions/skin";
        patient.get(page);
        patient.post(
                page,
                "yes",
                "skin-trouble-here",
                "area-skin-trouble-here",
                "upper-back",
                "side-skin-trouble-here",
                "L");
        assertThat(at(visit, "rhomboid-major")).isInstanceOf(Screening.StopInRegion.class);
        assertThat(at(visit, "soleus")).isEqualTo(new Screening.NothingReported());
        patient.get(page);
        patient.post(page, "yes", "skin-trouble-here");
        assertThat(at(visit, "soleus")).isInstanceOf(Screening.StopInRegion.class);
    }

    private Screening at(PreparedVisit.Opened visit, String muscle) {
        return visit.clinic()
                .in(() -> screenings.resultFor(
                        visit.practice(),
                        visit.chart(),
                        visit.id(),
                        Technique.DRY_NEEDLING,
                        muscle,
                        org.needlepoint.shared.Laterality.L));
    }

    @Test
    void are_two_taps_a_week_later() {
        var visit = visits.open();
        noneOfThese(visits.patient(port, visit), visit.path(), 20);
        var next = visits.aWeekLater(visit);
        assertThat(standing(next)).isInstanceOf(ScreeningStanding.Incomplete.class);
        var patient = visits.patient(port, next);
        var first = patient.get(next.path() + "/questions");
        assertThat(patient.get(first.location()).body()).contains("Has anything changed since Thursday, December 3?");
        assertThat(noneOfThese(patient, next.path(), 20)).isEqualTo(2);
        assertThat(standing(next)).isInstanceOf(ScreeningStanding.Complete.class);
    }

    @Test
    void say_on_a_forged_an_expired_and_another_practices_link_whom_to_call() {
        var visit = visits.open();
        var other = visits.open();
        var forged = new Visitor(port).get("/p/" + visit.clinic().slug() + "/prepare/AAAA");
        assertThat(forged.status()).isEqualTo(404);
        assertThat(forged.body()).contains("np-emergency");
        var elsewhere = new Visitor(port)
                .get(visit.path().replace(visit.clinic().slug(), other.clinic().slug()));
        assertThat(elsewhere.status()).isEqualTo(404);
        clock.advance(Duration.ofDays(30));
        var expired = new Visitor(port).get(visit.path());
        assertThat(expired.status()).isEqualTo(410);
        assertThat(expired.body()).contains("np-emergency").doesNotContain("Main Street");
    }

    @Test
    void are_asked_in_spanish() {
        var visit = visits.open();
        var patient = visits.patient(port, visit).with("lang", "es");
        assertThat(patient.get(visit.path()).body()).contains("Preguntas de salud", "Jueves, 3 de diciembre");
        assertThat(patient.get(visit.path() + "/questions/bleeding").body())
                .contains("¿Toma un anticoagulante", "Nada de esto", "No estoy seguro");
        assertThat(patient.get(visit.path() + "/lessons").body()).contains("Qué es la punción seca", "de cada");
    }

    @Test
    void are_not_shown_before_a_clinician_of_the_practice_has_signed_them() {
        var visit = visits.unpublished();
        var patient = visits.patient(port, visit);
        assertThat(patient.get(visit.path()).body())
                .contains("has not published its health questions yet", "has not published its consent text yet")
                .doesNotContain("/questions\"");
        assertThat(patient.get(visit.path() + "/questions").status()).isEqualTo(404);
        assertThat(patient.get(visit.path() + "/consent").status()).isEqualTo(404);
    }
}
