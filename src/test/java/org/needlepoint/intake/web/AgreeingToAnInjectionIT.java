package org.needlepoint.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.intake.ConsentStanding;
import org.needlepoint.intake.ConsentTo;
import org.needlepoint.intake.Consents;
import org.needlepoint.intake.ContentSets;
import org.needlepoint.intake.Technique;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MaintenanceConnection;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/// Consent to an injection has a text, a signature and a withdrawal of its own; neither it nor the consent to needling
/// stands in for the other.
@IntegrationTest
@Import({PreparedVisit.class, MaintenanceConnection.class})
class AgreeingToAnInjectionIT {
    private static final String HERE = "/injection-consent";

    @LocalServerPort
    private int port;

    @Autowired
    private PreparedVisit visits;

    @Autowired
    private Consents consents;

    @Autowired
    private ContentSets sets;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private MaintenanceConnection maintenance;

    @Autowired
    private MovableClock clock;

    @AfterEach
    void reset() {
        clock.set(MovableClock.START);
    }

    private ConsentStanding standing(PreparedVisit.Opened visit, ConsentTo to) {
        return visit.clinic().in(() -> consents.standing(visit.practice(), visit.chart(), to));
    }

    private Visitor.Answer sign(Visitor patient, PreparedVisit.Opened visit, ConsentTo to, String... more) {
        clock.advance(Duration.ofSeconds(1));
        patient.get(visit.path() + "/" + to.document());
        var fields = new ArrayList<>(List.of(
                "where", "chosen", "area", "low-back", "edition", sets.edition(to.text()), "name", "Ada Example"));
        fields.addAll(Arrays.asList(more));
        var at = to == ConsentTo.NEEDLING ? "/signature" : HERE + "/signature";
        return patient.post(visit.path() + at, fields.toArray(String[]::new));
    }

    private Visitor staff(PreparedVisit.Opened visit) {
        return visits.signedIn(port, visit.practice(), visit.account());
    }

    @Test
    void is_read_in_a_text_of_its_own_that_says_it_is_no_needling_and_gives_no_figures() {
        var visit = visits.open();
        var patient = visits.patient(port, visit);
        assertThat(patient.get(visit.path() + HERE).body())
                .contains("Where may we inject?", "It is not dry needling")
                .doesNotContain("electrical current");
        var text = patient.post(visit.path() + HERE, "where", "chosen", "area", "low-back");
        assertThat(text.status()).isEqualTo(200);
        assertThat(text.body())
                .contains(
                        "Consent to trigger-point injections",
                        "neither stands in for the other",
                        "allergic",
                        "Low back")
                .doesNotContain("may put needles into muscles", "Counted in studies");
        patient.get(visit.path() + "?lang=es");
        assertThat(patient.post(visit.path() + HERE, "where", "chosen", "area", "low-back")
                        .body())
                .contains("Consentimiento para inyecciones en puntos gatillo", "Esto no es punción seca");
    }

    @Test
    void covers_injections_and_no_needles() {
        var visit = visits.open();
        assertThat(sign(visits.patient(port, visit), visit, ConsentTo.INJECTION).status())
                .isEqualTo(303);
        assertThat(standing(visit, ConsentTo.NEEDLING)).isEqualTo(new ConsentStanding.None());
        assertThat(standing(visit, ConsentTo.INJECTION)).isInstanceOfSatisfying(ConsentStanding.Given.class, given -> {
            assertThat(given.consent().covers("back-lumbar", Technique.INJECTION))
                    .isTrue();
            assertThat(given.consent().covers("back-lumbar", Technique.DRY_NEEDLING))
                    .isFalse();
        });
    }

    @Test
    void is_not_given_with_the_consent_to_needling_whatever_is_sent() {
        var visit = visits.open();
        sign(visits.patient(port, visit), visit, ConsentTo.NEEDLING, "technique", "injection");
        assertThat(standing(visit, ConsentTo.INJECTION)).isEqualTo(new ConsentStanding.None());
        var staff = staff(visit);
        staff.get(visit.staff("/consent"));
        staff.post(visit.staff("/consent"), "said", "one-more", "area", "neck", "technique", "injection");
        assertThat(standing(visit, ConsentTo.INJECTION)).isEqualTo(new ConsentStanding.None());
        assertThat(standing(visit, ConsentTo.NEEDLING))
                .isInstanceOfSatisfying(
                        ConsentStanding.Given.class,
                        given -> assertThat(given.consent().covered().keySet())
                                .isEqualTo(Set.of(Technique.DRY_NEEDLING)));
    }

    @Test
    void is_taken_back_apart() {
        var visit = visits.open();
        var patient = visits.patient(port, visit);
        sign(patient, visit, ConsentTo.NEEDLING);
        sign(patient, visit, ConsentTo.INJECTION);
        assertThat(patient.get(visit.path()).body()).contains("Consent to injections");
        assertThat(patient.get(visit.path() + HERE).body()).contains("Signed by Ada Example", "Take my consent back");
        clock.advance(Duration.ofSeconds(1));
        patient.post(visit.path() + HERE + "/withdrawal");
        assertThat(standing(visit, ConsentTo.INJECTION)).isInstanceOf(ConsentStanding.Withdrawn.class);
        assertThat(standing(visit, ConsentTo.NEEDLING)).isInstanceOf(ConsentStanding.Given.class);
        var trail = visit.clinic()
                .in(() -> audit.ofPatient(visit.practice(), visit.chart().value(), 20));
        assertThat(trail).anySatisfy(line -> {
            assertThat(line.action()).isEqualTo("withdrawn");
            assertThat(line.subject()).isEqualTo("injection-consent");
        });
    }

    @Test
    void stands_when_needling_is_refused() {
        var visit = visits.open();
        var patient = visits.patient(port, visit);
        sign(patient, visit, ConsentTo.INJECTION);
        patient.get(visit.path() + "/consent");
        patient.post(visit.path() + "/consent", "where", "none");
        assertThat(standing(visit, ConsentTo.NEEDLING)).isInstanceOf(ConsentStanding.Refused.class);
        assertThat(standing(visit, ConsentTo.INJECTION)).isInstanceOf(ConsentStanding.Given.class);
    }

    @Test
    void is_not_offered_in_the_list_of_tasks_to_those_whom_nobody_has_asked() {
        var visit = visits.open();
        assertThat(visits.patient(port, visit).get(visit.path()).body()).doesNotContain("Consent to injections");
    }

    @Test
    void is_opened_on_the_tablet_that_was_handed_over_for_it() {
        var visit = visits.open();
        var staff = staff(visit);
        assertThat(staff.get(visit.staff(HERE)).body()).contains("No consent yet", "name=\"to\"");
        var handed = staff.post(visit.staff("/handover"), "to", "injection-consent");
        assertThat(handed.location()).endsWith(HERE);
    }

    @Test
    void is_refused_and_extended_aloud_on_a_page_of_its_own() {
        var visit = visits.open();
        var staff = staff(visit);
        staff.get(visit.staff(HERE));
        staff.post(visit.staff(HERE), "said", "no");
        assertThat(standing(visit, ConsentTo.INJECTION)).isInstanceOf(ConsentStanding.Refused.class);
        assertThat(standing(visit, ConsentTo.NEEDLING)).isEqualTo(new ConsentStanding.None());
        sign(visits.patient(port, visit), visit, ConsentTo.INJECTION);
        clock.advance(Duration.ofSeconds(1));
        staff.post(visit.staff(HERE), "said", "one-more", "area", "neck", "technique", "injection");
        assertThat(staff.get(visit.staff(HERE)).body()).contains("Low back", "Signed by Ada Example");
        assertThat(standing(visit, ConsentTo.INJECTION))
                .isInstanceOfSatisfying(
                        ConsentStanding.Given.class,
                        given -> assertThat(given.consent().covers("neck-posterior", Technique.INJECTION))
                                .isTrue());
    }

    @Test
    void counts_as_none_when_its_row_is_turned_into_one_to_needling() throws SQLException {
        var visit = visits.open();
        sign(visits.patient(port, visit), visit, ConsentTo.INJECTION);
        maintenance.run("update intake.consent_event set consent_to = 'needling', techniques = '{dry-needling}' "
                + "where patient_id = '" + visit.chart() + "'");
        assertThat(standing(visit, ConsentTo.NEEDLING)).isInstanceOf(ConsentStanding.Altered.class);
    }
}
