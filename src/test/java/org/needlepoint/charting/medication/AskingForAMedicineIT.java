package org.needlepoint.charting.medication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.charting.needling.Treatment;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Whoever may not prescribe asks; whoever may answers. Nothing is prescribed by the software.
@IntegrationTest
class AskingForAMedicineIT {
    @Autowired
    Treatment treatment;

    @Autowired
    MedicationRequests requests;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Treatment.Room room;
    private Visitor practitioner;
    private String visit;

    @BeforeEach
    void openAVisit() {
        clock.set(MovableClock.START);
        room = treatment.room(PainReport.NONE);
        practitioner = new Visitor(port).with("np", room.signIn());
        visit = "/p/" + room.clinic().slug() + "/appointments/" + room.visit();
        treatment.treatedBy(room, "physical-therapist");
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private Visitor.Answer asked(String dose) {
        return practitioner.post(
                visit + "/medication",
                "drug",
                "cyclobenzaprine",
                "dose",
                dose,
                "frequency",
                "once, at night",
                "quantity",
                "10 tablets",
                "days",
                "10");
    }

    private String request() {
        return room.in(() -> requests.ofVisit(room.clinic().id(), room.visit()))
                .getFirst()
                .id()
                .toString();
    }

    private Visitor.Answer answered(String answer, String word) {
        return practitioner.post(visit + "/medication/" + request() + "/answer", "answer", answer, "word", word);
    }

    private String note() {
        return practitioner.get(visit + "/note").body();
    }

    @Test
    void says_plainly_that_nothing_is_prescribed_or_checked() {
        assertThat(practitioner.get(visit + "/medication").body())
                .contains("Nothing is prescribed or sent from here", "interactions and allergies are not checked");
    }

    @Test
    void stands_on_the_days_list_until_somebody_who_prescribes_has_answered() {
        assertThat(asked("5 mg").status()).isEqualTo(303);
        var today = "/p/" + room.clinic().slug() + "/today";
        assertThat(practitioner.get(today).body())
                .contains("waits for a physician")
                .doesNotContain("cyclobenzaprine");
        assertThat(note())
                .contains(
                        "Medicine requested of a physician: cyclobenzaprine 5 mg, once, at night, 10 tablets, for 10 days.");
        treatment.treatedBy(room, "physician");
        assertThat(answered("sent", "").status()).isEqualTo(303);
        assertThat(practitioner.get(today).body()).doesNotContain("waits for a physician");
        assertThat(note()).contains("Medicine requested and prescribed by hand: cyclobenzaprine 5 mg");
    }

    @Test
    void is_not_answered_by_whoever_may_not_prescribe() {
        asked("5 mg");
        assertThat(practitioner.get(visit + "/medication").body()).doesNotContain("I have prescribed it by hand");
        var refused = answered("sent", "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Your profession does not prescribe here");
    }

    @Test
    void is_declined_with_a_word() {
        asked("5 mg");
        treatment.treatedBy(room, "physician");
        assertThat(answered("declined", " ").body()).contains("Say in a word why it is declined");
        answered("declined", "Takes an opioid.");
        assertThat(practitioner.get(visit + "/medication").body()).contains("declined", "Takes an opioid.");
    }

    @Test
    void is_answered_once() {
        asked("5 mg");
        treatment.treatedBy(room, "physician");
        answered("sent", "");
        answered("declined", "Changed my mind.");
        assertThat(practitioner.get(visit + "/medication").body())
                .contains("prescribed by hand")
                .doesNotContain("Changed my mind.");
    }

    @Test
    void needs_its_dose() {
        var refused = asked("");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Write the dose with its unit", "cyclobenzaprine");
    }
}
