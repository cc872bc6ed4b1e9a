package org.needlepoint.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.intake.Asked;
import org.needlepoint.intake.PhotoConsents;
import org.needlepoint.intake.PhotoConsents.Standing;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/// What a patient agreed to about photographs is theirs to see and to take back.
@IntegrationTest
@Import(PreparedVisit.class)
class PhotographsOfAPatientIT {
    @LocalServerPort
    private int port;

    @Autowired
    private PreparedVisit visits;

    @Autowired
    private PhotoConsents photos;

    @Autowired
    private MovableClock clock;

    @AfterEach
    void reset() {
        clock.set(MovableClock.START);
    }

    private Standing standing(PreparedVisit.Opened visit) {
        return visit.clinic().in(() -> photos.standing(visit.practice(), visit.chart()));
    }

    private void said(PreparedVisit.Opened visit, String what, String... uses) {
        var staff = visits.signedIn(port, visit.practice(), visit.account());
        staff.get(visit.staff("/consent"));
        assertThat(staff.postFields(visit.staff("/consent"), Map.of("said", List.of(what), "use", List.of(uses)))
                        .status())
                .isEqualTo(303);
        clock.advance(Duration.ofSeconds(1));
    }

    @Test
    void are_no_task_before_anybody_has_asked() {
        var visit = visits.open();
        var patient = visits.patient(port, visit);
        assertThat(patient.get(visit.path()).body()).doesNotContain("Photographs");
        assertThat(patient.get(visit.path() + "/photos").body()).contains("Nobody has asked you about photographs.");
    }

    @Test
    void are_shown_with_each_use_and_taken_back_by_the_patient() {
        var visit = visits.open();
        said(visit, "photos", "chart", "teaching");
        var patient = visits.patient(port, visit);
        assertThat(patient.get(visit.path()).body()).contains("Photographs", "Agreed");
        assertThat(patient.get(visit.path() + "/photos").body())
                .contains("for your record, seen by those who treat you here", "without your name and face")
                .doesNotContain("sent to other clinicians");
        assertThat(patient.post(visit.path() + "/photos/withdrawal").status()).isEqualTo(303);
        assertThat(standing(visit))
                .isInstanceOfSatisfying(
                        Standing.Withdrawn.class,
                        withdrawn -> assertThat(withdrawn.asked().how()).isEqualTo(Asked.How.LINK));
        assertThat(patient.get(visit.path() + "/photos").body())
                .contains("You took back what you had agreed to.")
                .doesNotContain("No more photographs");
    }

    @Test
    void that_were_refused_are_not_taken_back() {
        var visit = visits.open();
        said(visit, "no-photos");
        var patient = visits.patient(port, visit);
        patient.get(visit.path() + "/photos");
        patient.post(visit.path() + "/photos/withdrawal");
        assertThat(standing(visit)).isInstanceOf(Standing.Refused.class);
    }
}
