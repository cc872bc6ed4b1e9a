package org.needlepoint.charting.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.charting.needling.Treatment;
import org.needlepoint.intake.Asked;
import org.needlepoint.intake.Said;
import org.needlepoint.intake.Screenings;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.MoveVisitOn;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What is recorded beside the needles, on its page and in the note.
@IntegrationTest
class CareOfAVisitIT {
    @Autowired
    Treatment treatment;

    @Autowired
    MoveVisitOn moveVisitOn;

    @Autowired
    Screenings screenings;

    @Autowired
    CareEntries entries;

    @Autowired
    AuditTrail audit;

    @Autowired
    PracticeFixture practices;

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
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private void arrived() {
        practices.in(
                room.clinic().id(), () -> moveVisitOn.to(room.clinic().id(), room.visit(), Status.ARRIVED, room.by()));
    }

    private String page() {
        return practitioner.get(visit + "/care").body();
    }

    private String note() {
        return practitioner.get(visit + "/note").body();
    }

    private VisitCare care() {
        return room.in(() -> entries.ofVisit(room.clinic().id(), room.visit()));
    }

    @Test
    void is_recorded_from_the_arrival_on() {
        var refused = practitioner.post(visit + "/care/response", "local", "3");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Mark the patient as arrived first");
        arrived();
        assertThat(practitioner.post(visit + "/care/response", "local", "3").status())
                .isEqualTo(303);
    }

    @Test
    void tells_pain_there_pain_elsewhere_and_tone_apart() {
        arrived();
        practitioner.post(visit + "/care/response", "local", "3", "referred", "1", "tone", "softer");
        assertThat(note())
                .contains("After treatment: pain where it was treated 3/10, referred pain 1/10 and tone softer.");
    }

    @Test
    void tells_a_bruise_with_its_size_and_what_was_done() {
        arrived();
        practitioner.post(
                visit + "/care/reactions", "what", "bruise", "size", "15", "pressed", "120", "done", "cold pack");
        assertThat(note()).contains("Reaction: Bruise; 15 mm across; pressed for 2 min; cold pack.");
    }

    @Test
    void adds_up_the_minutes_of_other_treatment() {
        arrived();
        practitioner.post(visit + "/care/treatments", "kind", "massage", "minutes", "10", "area", "neck", "side", "R");
        practitioner.post(
                visit + "/care/treatments",
                "kind",
                "strengthening",
                "named",
                "rows with the band",
                "minutes",
                "15",
                "instructions",
                "3 × 10 daily");
        assertThat(page()).contains("Massage", "10 min", "25 min");
        assertThat(note())
                .contains(
                        "Other treatment, 25 min altogether:",
                        "- Massage, neck, right: 10 min.",
                        "- Strengthening (rows with the band): 15 min. Told to do at home: 3 × 10 daily.");
        assertThat(care().minutes()).isEqualTo(Map.of(CareKind.Group.MASSAGE, 10, CareKind.Group.EXERCISE, 15));
    }

    @Test
    void asks_for_minutes_and_keeps_what_was_typed() {
        arrived();
        var refused = practitioner.post(visit + "/care/treatments", "kind", "massage", "named", "deep strokes");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Enter minutes from 1 to 240", "href=\"#minutes\"", "deep strokes");
    }

    @Test
    void takes_infection_control_in_one_tap_with_what_was_used_last_time() {
        arrived();
        practitioner.post(visit + "/care/hygiene", "measure", "skin-prepared", "antiseptic", "iodine");
        clock.advance(Duration.ofMinutes(1));
        practitioner.post(visit + "/care/hygiene", "usual", "yes");
        assertThat(care().hygiene()).hasValueSatisfying(done -> {
            assertThat(done.isComplete()).isTrue();
            assertThat(done.antiseptic()).isEqualTo(Antiseptic.IODINE);
        });
        assertThat(note()).contains("Infection control: hand hygiene, gloves, skin prepared with iodine,");
    }

    @Test
    void asks_before_one_tap_when_the_patient_may_be_allergic_to_it() {
        arrived();
        practitioner.post(visit + "/care/hygiene", "measure", "skin-prepared", "antiseptic", "chlorhexidine");
        room.in(() -> {
            screenings.record(
                    room.clinic().id(),
                    room.patient(),
                    room.visit().value(),
                    Map.of("antiseptic-allergy", Said.UNSURE),
                    Asked.byStaff(room.by()));
            return true;
        });
        assertThat(page()).contains("May be allergic to skin wash");
        var asked = practitioner.post(visit + "/care/hygiene", "usual", "yes");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body()).contains("may be allergic to what you usually prepare skin with");
    }

    @Test
    void keeps_a_wrong_entry_to_be_seen_and_leaves_it_out_of_the_note() {
        arrived();
        practitioner.post(visit + "/care/treatments", "kind", "massage", "minutes", "10");
        var id = care().entries().getFirst().id();
        assertThat(practitioner
                        .post(visit + "/care/" + id + "/error", "reason", "")
                        .status())
                .isEqualTo(422);
        practitioner.post(visit + "/care/" + id + "/error", "reason", "It was ten minutes of exercise.");
        assertThat(page()).contains("entered in error", "It was ten minutes of exercise.");
        assertThat(note()).doesNotContain("Other treatment,");
        var trail =
                room.in(() -> audit.ofPatient(room.clinic().id(), room.patient().value(), 20));
        assertThat(trail.stream().map(AuditTrail.Line::action)).contains("treated", "entered-in-error");
    }

    @Test
    void is_read_by_nobody_who_is_not_in_the_trail() {
        page();
        assertThat(room.in(
                        () -> audit.ofPatient(room.clinic().id(), room.patient().value(), 20)))
                .extracting(AuditTrail.Line::action, AuditTrail.Line::subjectId)
                .contains(tuple("viewed", room.visit().value()));
    }
}
