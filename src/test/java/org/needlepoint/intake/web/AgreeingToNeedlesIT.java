package org.needlepoint.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.documents.Signature;
import org.needlepoint.intake.Consent;
import org.needlepoint.intake.ConsentStanding;
import org.needlepoint.intake.Consents;
import org.needlepoint.intake.ContentSet;
import org.needlepoint.intake.ContentSets;
import org.needlepoint.intake.Technique;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MaintenanceConnection;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@IntegrationTest
@Import({PreparedVisit.class, MaintenanceConnection.class})
class AgreeingToNeedlesIT {
    @LocalServerPort
    private int port;

    @Autowired
    private PreparedVisit visits;

    @Autowired
    private Consents consents;

    @Autowired
    private ContentSets sets;

    @Autowired
    private MaintenanceConnection maintenance;

    @Autowired
    private MovableClock clock;

    @AfterEach
    void reset() {
        clock.set(MovableClock.START);
    }

    private ConsentStanding standing(PreparedVisit.Opened visit) {
        return visit.clinic().in(() -> consents.standing(visit.practice(), visit.chart()));
    }

    private Consent given(PreparedVisit.Opened visit) {
        assertThat(standing(visit)).isInstanceOf(ConsentStanding.Given.class);
        return ((ConsentStanding.Given) standing(visit)).consent();
    }

    private Visitor.Answer sign(Visitor patient, PreparedVisit.Opened visit, String... more) {
        var fields = new String[8 + more.length];
        System.arraycopy(
                new String[] {
                    "where",
                    "chosen",
                    "area",
                    "low-back",
                    "edition",
                    sets.edition(ContentSet.CONSENT),
                    "name",
                    "Ada Example"
                },
                0,
                fields,
                0,
                8);
        System.arraycopy(more, 0, fields, 8, more.length);
        return patient.post(visit.path() + "/signature", fields);
    }

    @Test
    void names_the_areas_where_the_pain_may_come_from() {
        var visit = visits.open();
        var patient = visits.patient(port, visit);
        assertThat(patient.get(visit.path() + "/consent").body()).contains("Where your pain may come from", "Low back");
        var text = patient.post(visit.path() + "/consent", "where", "suggested");
        assertThat(text.status()).isEqualTo(200);
        assertThat(text.body()).contains("or a qualified colleague here", "I can stop at any time", "Low back");
    }

    @Test
    void covers_the_areas_that_were_signed_for_and_keeps_the_text_as_it_was_shown() {
        var visit = visits.open();
        var patient = visits.patient(port, visit);
        patient.get(visit.path() + "/consent");
        patient.post(visit.path() + "/consent", "where", "chosen", "area", "low-back");
        assertThat(sign(patient, visit).status()).isEqualTo(303);
        var consent = given(visit);
        assertThat(consent.covers("back-lumbar", Technique.DRY_NEEDLING)).isTrue();
        assertThat(consent.covers("back-thoracic", Technique.DRY_NEEDLING)).isFalse();
        assertThat(consent.covers("back-lumbar", Technique.ELECTRICAL_STIMULATION))
                .isFalse();
        var signed = visit.clinic()
                .in(() -> consents.signed(visit.practice(), consent))
                .orElseThrow();
        assertThat(signed.signature()).isEqualTo(new Signature.Typed("Ada Example"));
        assertThat(patient.get(visit.path() + "/consent").body())
                .contains("Signed by Ada Example", "Take my consent back");
    }

    @Test
    void can_be_signed_by_drawing() {
        var visit = visits.open();
        var patient = visits.patient(port, visit);
        patient.get(visit.path() + "/consent");
        sign(patient, visit, "path", "M10 20L30 40", "technique", "electrical-stimulation");
        var consent = given(visit);
        assertThat(consent.covered().keySet())
                .isEqualTo(Set.of(Technique.DRY_NEEDLING, Technique.ELECTRICAL_STIMULATION));
        assertThat(visit.clinic()
                        .in(() -> consents.signed(visit.practice(), consent))
                        .orElseThrow()
                        .signature())
                .isEqualTo(new Signature.Drawn("Ada Example", "M10 20L30 40"));
    }

    @Test
    void asks_for_a_choice_an_area_and_a_name() {
        var visit = visits.open();
        var patient = visits.patient(port, visit);
        patient.get(visit.path() + "/consent");
        assertThat(patient.post(visit.path() + "/consent").status()).isEqualTo(422);
        assertThat(patient.post(visit.path() + "/consent", "where", "chosen").status())
                .isEqualTo(422);
        var unnamed = sign(patient, visit, "name", " ");
        assertThat(unnamed.status()).isEqualTo(422);
        assertThat(sign(patient, visit, "edition", "old").status()).isEqualTo(409);
        assertThat(standing(visit)).isEqualTo(new ConsentStanding.None());
    }

    @Test
    void can_be_refused_and_taken_back_at_any_time() {
        var visit = visits.open();
        var patient = visits.patient(port, visit);
        patient.get(visit.path() + "/consent");
        patient.post(visit.path() + "/consent", "where", "none");
        assertThat(standing(visit)).isInstanceOf(ConsentStanding.Refused.class);
        assertThat(patient.get(visit.path()).body()).contains("You said no");
        sign(patient, visit);
        patient.get(visit.path() + "/consent");
        patient.post(visit.path() + "/withdrawal");
        assertThat(standing(visit)).isInstanceOf(ConsentStanding.Withdrawn.class);
    }

    @Test
    void counts_as_none_and_shows_an_alarm_when_one_byte_of_what_was_signed_is_changed() throws SQLException {
        var visit = visits.open();
        sign(visits.patient(port, visit), visit);
        var document = given(visit).document();
        assertThat(maintenance.run("update documents.signed_document set content = set_byte(content, 40, "
                        + "get_byte(content, 40) # 1) where id = '" + document + "'"))
                .isEqualTo(1);
        assertThat(standing(visit)).isInstanceOf(ConsentStanding.Altered.class);
        var staff = visits.signedIn(port, visit.practice(), visit.account());
        assertThat(staff.get(visit.staff("/consent")).body())
                .contains("This consent is not what was signed", "counts as no consent");
    }

    @Test
    void counts_as_none_when_its_row_claims_more_than_was_signed() throws SQLException {
        var visit = visits.open();
        sign(visits.patient(port, visit), visit);
        maintenance.run("update intake.consent_event set regions = '{back-lumbar,chest}' where patient_id = '"
                + visit.chart() + "'");
        assertThat(standing(visit)).isInstanceOf(ConsentStanding.Altered.class);
    }

    @Test
    void follows_lessons_that_are_explained_by_somebody_after_two_wrong_answers() {
        var visit = visits.open();
        var patient = visits.patient(port, visit);
        var lessons = visit.path() + "/lessons";
        assertThat(patient.get(lessons).body())
                .contains("20 in 20,494 sessions", "7.55 in 100 treatments", "fewer than 1 in 100,000 treatments");
        assertThat(patient.post(lessons, "what-you-may-feel", "1").status()).isEqualTo(422);
        var wrong = patient.post(lessons, "what-you-may-feel", "0", "what-can-go-wrong", "2", "your-choice", "0");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Trouble breathing and fever are not");
        assertThat(patient.post(lessons, "what-you-may-feel", "2").status()).isEqualTo(303);
        assertThat(patient.get(visit.path()).body()).contains("We go through it together");
        var staff = visits.signedIn(port, visit.practice(), visit.account());
        assertThat(staff.get(visit.staff("/consent")).body()).contains("I explained it");
        staff.post(visit.staff("/consent"), "said", "explained");
        assertThat(patient.get(visit.path()).body()).doesNotContain("We go through it together");
    }
}
