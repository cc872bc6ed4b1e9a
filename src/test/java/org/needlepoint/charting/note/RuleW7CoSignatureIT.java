package org.needlepoint.charting.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.needlepoint.charting.note.NotedVisit.fields;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.charting.needling.StartNeedling;
import org.needlepoint.charting.room.KeepRoom;
import org.needlepoint.charting.room.KeepRoom.Supervising;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.credentials.Profession;
import org.needlepoint.identity.Role;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.shared.Texts;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A trainee writes and signs; only the supervisor's signature releases the note (rule W7).
@IntegrationTest
class RuleW7CoSignatureIT {
    private static final Pattern DOCUMENT = Pattern.compile("name=\"document\" value=\"([^\"]+)\"");

    @Autowired
    NotedVisit visits;

    @Autowired
    Trainees trainees;

    @Autowired
    UnsignedNotes unsigned;

    @Autowired
    KeepRoom keepRoom;

    @Autowired
    StartNeedling startNeedling;

    @Autowired
    Clinic clinics;

    @Autowired
    Practitioners practitioners;

    @Autowired
    PracticeFixture practices;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private NotedVisit.Opened visit;
    private Visitor trainee;
    private Visitor supervisor;
    private String note;

    @BeforeEach
    void openAVisit() {
        visit = visits.open();
        trainees.add(visit.account());
        trainee = visits.signedIn(port, visit.practice(), visit.account());
        supervisor = aSupervisor();
        note = visit.path() + "/note";
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private Visitor aSupervisor() {
        return visits.signedIn(port, visit.practice(), visits.account(visit.practice(), Role.SUPERVISOR));
    }

    private void theTraineeSigns(String... changes) {
        var page = trainee.get(note).body();
        assertThat(trainee.post(note + "/signature", fields(page, changes)).status())
                .isEqualTo(303);
    }

    private String document(Visitor reader) {
        var found = DOCUMENT.matcher(reader.get(note).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private List<UnsignedNotes.Unsigned> unsigned() {
        return practices.in(visit.practice(), () -> unsigned.list(visit.practice()));
    }

    @Test
    void tells_the_trainee_before_signing_that_a_supervisor_comes_after() {
        assertThat(trainee.get(note).body()).contains("Sign and hand to the supervisor", "under supervision");
        assertThat(supervisor.get(note).body()).doesNotContain("under supervision");
    }

    @Test
    void releases_nothing_on_the_trainees_signature() {
        theTraineeSigns();
        assertThat(trainee.get(note).body())
                .contains("Not released: waits for a supervisor", "Signed by Nadia Berg, PT, DPT")
                .doesNotContain("Sign as supervisor");
        assertThat(trainee.get(visit.path() + "/note.pdf").status()).isEqualTo(404);
        assertThat(unsigned()).extracting(UnsignedNotes.Unsigned::written).containsExactly(true);
    }

    @Test
    void carries_both_names_and_times_once_the_supervisor_has_signed() {
        theTraineeSigns("plan", "Walk daily.");
        clock.advance(Duration.ofMinutes(45));
        supervisor = aSupervisor();
        trainee = visits.signedIn(port, visit.practice(), visit.account());
        var document = document(supervisor);
        assertThat(supervisor.post(note + "/cosignature", "document", document).status())
                .isEqualTo(303);
        assertThat(trainee.get(note).body())
                .contains(
                        "Walk daily.",
                        "Written by",
                        "Nadia Berg, PT, DPT, signed Thursday, December 3, 2026, 10:30 AM",
                        "Signed by Otis Brandt",
                        "11:15 AM");
        assertThat(trainee.get(visit.path() + "/note.pdf").status()).isEqualTo(200);
        assertThat(unsigned()).isEmpty();
    }

    @Test
    void is_not_the_trainees_own_to_give() {
        theTraineeSigns();
        var document = document(supervisor);
        var refused = trainee.post(note + "/cosignature", "document", document);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("not the person who wrote it");
    }

    @Test
    void can_be_refused_with_a_word_and_the_trainee_signs_again() {
        theTraineeSigns("plan", "Walk daily.");
        var document = document(supervisor);
        var wordless = supervisor.post(note + "/return", "document", document, "word", " ");
        assertThat(wordless.status()).isEqualTo(422);
        supervisor.post(note + "/return", "document", document, "word", "Say which side.");
        var back = trainee.get(note).body();
        assertThat(back).contains("Sent back by the supervisor", "Say which side.", "Walk daily.");
        theTraineeSigns("plan", "Walk daily, right leg first.");
        assertThat(supervisor.post(note + "/cosignature", "document", document).status())
                .isEqualTo(303);
        assertThat(supervisor.get(note).body())
                .as("what was read before is not what is signed now")
                .contains("Not released");
        supervisor.post(note + "/cosignature", "document", document(supervisor));
        assertThat(supervisor.get(note).body()).contains("Walk daily, right leg first.", "Written by");
    }

    @Test
    void keeps_the_draft_closed_while_a_supervisor_reads() {
        var page = trainee.get(note).body();
        theTraineeSigns();
        trainee.post(note, fields(page, "plan", "Something else."));
        assertThat(trainee.get(note).body()).doesNotContain("Something else.");
        assertThat(trainee.post(note + "/addenda", "text", "One more thing.").status())
                .isEqualTo(303);
        assertThat(trainee.get(note).body()).doesNotContain("One more thing.");
    }

    @Test
    void is_asked_for_in_the_queue_of_the_supervisor_who_sees_everybodys_notes() {
        theTraineeSigns();
        assertThat(supervisor.get("/p/" + visit.clinic().slug() + "/notes").body())
                .contains("Ada Example", "Waits for a supervisor")
                .doesNotContain("for more than a day");
        clock.advance(Duration.ofHours(25));
        supervisor = aSupervisor();
        assertThat(supervisor.get("/p/" + visit.clinic().slug() + "/notes").body())
                .contains("for more than a day");
        var colleague = visits.signedIn(port, visit.practice(), visits.account(visit.practice(), Role.PRACTITIONER));
        assertThat(colleague
                        .get("/p/" + visit.clinic().slug() + "/notes?show=all")
                        .body())
                .contains("Nothing to sign")
                .doesNotContain("Ada Example");
    }

    /// A visit of which only the room says who is supervised there: its practitioner, by somebody who can sign in.
    private void supervisedInTheRoom() {
        visit = visits.open();
        trainee = visits.signedIn(port, visit.practice(), visit.account());
        note = visit.path() + "/note";
        var account = visits.account(visit.practice(), Role.PRACTITIONER);
        supervisor = visits.signedIn(port, visit.practice(), account);
        var dana = entitled("Dana Cole", account.value());
        supervised(visit.visit().practitioner(), dana);
    }

    private PractitionerId entitled(String name, @Nullable UUID account) {
        return visit.clinic().in(() -> {
            var id = practitioners.add(
                    visit.practice(),
                    new Practitioners.Joining(
                            name,
                            "PT",
                            Profession.PHYSICAL_THERAPIST,
                            List.of("en"),
                            new Texts("Teaches.", "Enseña."),
                            null,
                            account,
                            2),
                    Actor.SYSTEM);
            clinics.entitled(visit.practice(), id);
            return id;
        });
    }

    private void supervised(PractitionerId who, PractitionerId by) {
        assertThat(visit.clinic()
                        .in(() -> keepRoom.supervise(
                                visit.practice(), visit.visit().id(), who, by, writer())))
                .isEqualTo(new Supervising.Kept());
    }

    @Test
    void is_asked_of_a_trainee_whose_supervisor_declined_and_not_of_that_supervisor() {
        supervisedInTheRoom();
        var room = visit.path() + "/room";
        var entry = visit.clinic()
                .in(() -> keepRoom.at(visit.practice(), visit.visit().id()))
                .told()
                .getFirst()
                .id()
                .toString();
        supervisor.get(room);
        assertThat(supervisor.post(room, "act", "DECLINE", "entry", entry).status())
                .isEqualTo(303);
        theTraineeSigns();
        assertThat(trainee.get(note).body()).contains("Not released: waits for a supervisor");
        assertThat(supervisor.get(note).body()).doesNotContain("Sign as supervisor");
    }

    private Actor writer() {
        return Actor.account(visit.account().value());
    }

    private void theTraineeCannotReleaseItButTheSupervisorCan() {
        theTraineeSigns();
        assertThat(trainee.get(note).body()).contains("Not released: waits for a supervisor");
        assertThat(trainee.get(visit.path() + "/note.pdf").status()).isEqualTo(404);
        assertThat(supervisor
                        .post(note + "/cosignature", "document", document(supervisor))
                        .status())
                .isEqualTo(303);
        assertThat(trainee.get(note).body()).contains("Written by", "Signed by Dana Cole, PT");
    }

    @Test
    void is_asked_of_whoever_supervised_in_the_room() {
        supervisedInTheRoom();
        theTraineeCannotReleaseItButTheSupervisorCan();
    }

    @Test
    void is_still_asked_when_the_supervision_has_ended_before_the_trainee_signs() {
        supervisedInTheRoom();
        assertThat(trainee.get(visit.path() + "/room").status()).isEqualTo(200);
        assertThat(trainee.post(visit.path() + "/room", "act", "END_SUPERVISION")
                        .status())
                .isEqualTo(303);
        theTraineeCannotReleaseItButTheSupervisorCan();
    }

    @Test
    void is_still_asked_when_a_second_trainee_is_named() {
        supervisedInTheRoom();
        supervised(entitled("Teo Lund", null), entitled("Uma Reyes", null));
        theTraineeCannotReleaseItButTheSupervisorCan();
    }

    @Test
    void is_not_got_round_by_a_trainee_who_strikes_the_supervision_of_a_session() {
        supervisedInTheRoom();
        visit.clinic()
                .in(() -> startNeedling.openForReport(
                        visit.practice(), visit.visit().id(), writer()));
        var room = visit.path() + "/room";
        var entry = visit.clinic()
                .in(() -> keepRoom.at(visit.practice(), visit.visit().id()))
                .told()
                .getFirst()
                .id()
                .toString();
        trainee.get(room);
        var refused = trainee.post(room, "act", "STRIKE", "entry", entry);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("only the supervisor who is named can mark the supervision");
        assertThat(everSupervised()).isTrue();
        supervisor.get(room);
        assertThat(supervisor.post(room, "act", "STRIKE", "entry", entry).status())
                .isEqualTo(303);
        assertThat(everSupervised()).isFalse();
    }

    private boolean everSupervised() {
        return !visit.clinic()
                .in(() -> keepRoom.at(visit.practice(), visit.visit().id()))
                .everSupervised(visit.visit().practitioner())
                .isEmpty();
    }
}
