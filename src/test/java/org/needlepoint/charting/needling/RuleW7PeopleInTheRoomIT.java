package org.needlepoint.charting.needling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.charting.NotePart;
import org.needlepoint.charting.SessionClosed;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.Counts;
import org.needlepoint.charting.ledger.LedgerEvent.Removed;
import org.needlepoint.charting.ledger.NeedleId;
import org.needlepoint.charting.needling.Treatment.Room;
import org.needlepoint.charting.room.AskChaperone;
import org.needlepoint.charting.room.KeepRoom;
import org.needlepoint.charting.room.KeepRoom.Answering;
import org.needlepoint.charting.room.KeepRoom.Striking;
import org.needlepoint.charting.room.KeepRoom.Supervising;
import org.needlepoint.charting.room.RoomEntry;
import org.needlepoint.charting.room.RoomEntry.Answer;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.credentials.Profession;
import org.needlepoint.credentials.entitlement.PracticeRule;
import org.needlepoint.credentials.entitlement.PracticeRules;
import org.needlepoint.credentials.entitlement.Proposal;
import org.needlepoint.credentials.entitlement.QualificationRecords;
import org.needlepoint.credentials.entitlement.Requirements;
import org.needlepoint.credentials.entitlement.Shortfall;
import org.needlepoint.credentials.entitlement.Training;
import org.needlepoint.credentials.logbook.Logbook;
import org.needlepoint.identity.Accounts;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignIns;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.Texts;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Rule W7: chaperone, students and observers, and trainees under supervision.
@IntegrationTest
class RuleW7PeopleInTheRoomIT {
    @Autowired
    Treatment treatment;

    @Autowired
    Clinic clinics;

    @Autowired
    KeepRoom keepRoom;

    @Autowired
    AskChaperone askChaperone;

    @Autowired
    StartNeedling startNeedling;

    @Autowired
    CloseSession closeSession;

    @Autowired
    PracticeRules rules;

    @Autowired
    QualificationRecords qualifications;

    @Autowired
    Logbook logbook;

    @Autowired
    List<NotePart> noteParts;

    @Autowired
    PracticeFixture practices;

    @Autowired
    AuditTrail audit;

    @Autowired
    EnterInLogbook enterInLogbook;

    @Autowired
    Practitioners practitioners;

    @Autowired
    Accounts accounts;

    @Autowired
    SignIns signIns;

    @Autowired
    Flags flags;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Room room;
    private Actor dana;
    private String danasSignIn;

    @BeforeEach
    void a_visit() {
        room = treatment.room(PainReport.NONE);
        var practice = room.clinic().id();
        var account = practices.in(
                practice,
                () -> accounts.create(
                        practice,
                        Actor.SYSTEM,
                        new Accounts.NewAccount(
                                "dana-" + UUID.randomUUID() + "@example.org",
                                "Dana Cole",
                                "a long pass phrase",
                                "KRSXG5DJNZTSA5DFKRSXG5DJNZTSA5DB",
                                Set.of(Role.PRACTITIONER))));
        dana = Actor.account(account.value());
        danasSignIn = practices.in(practice, () -> signIns.startStaff(practice, account));
    }

    @AfterEach
    void the_clock_goes_back() {
        clock.set(MovableClock.START);
    }

    private Set<String> because() {
        return room.in(() -> askChaperone.because(room.clinic().id(), room.visit(), room.patient()));
    }

    private String path() {
        return "/p/" + room.clinic().slug() + "/appointments/" + room.visit() + "/room";
    }

    private Visitor visitor() {
        return new Visitor(port).with("np", room.signIn());
    }

    /// A rule that asks for ten sessions, and somebody who has them.
    private PractitionerId trainer() {
        return room.in(() -> {
            var practice = room.clinic().id();
            var trainer = practitioners.add(
                    practice,
                    new Practitioners.Joining(
                            "Dana Cole",
                            "PT",
                            Profession.PHYSICAL_THERAPIST,
                            List.of("en"),
                            new Texts("Teaches.", "Enseña."),
                            null,
                            dana.id(),
                            2),
                    Actor.SYSTEM);
            clinics.entitled(practice, trainer);
            rules.confirm(
                    practice,
                    new PracticeRule(
                            Clinic.MARYLAND,
                            Profession.PHYSICAL_THERAPIST,
                            true,
                            Requirements.NONE.withSessions(10),
                            Proposal.Standing.PERMITTED,
                            "https://board.example.org",
                            null,
                            Clinic.ALWAYS,
                            Clinic.ALWAYS.plusYears(2)),
                    Actor.SYSTEM);
            qualifications.note(
                    practice,
                    new Training(UUID.randomUUID(), trainer, "Course", 80, true, 10, Clinic.ALWAYS, "", null),
                    Actor.SYSTEM);
            return trainer;
        });
    }

    private Supervising supervise(PractitionerId trainee, PractitionerId supervisor) {
        return room.in(() -> keepRoom.supervise(room.clinic().id(), room.visit(), trainee, supervisor, room.by()));
    }

    /// What the trainer says, signed in as themselves, to the supervision that was said last.
    private Answering answers(Answer answer, Actor by) {
        return room.in(() -> keepRoom.answer(
                room.clinic().id(),
                room.visit(),
                keepRoom.at(room.clinic().id(), room.visit()).told().getLast().id(),
                answer,
                by));
    }

    private void confirmed(PractitionerId trainee, PractitionerId supervisor) {
        assertThat(supervise(trainee, supervisor)).isEqualTo(new Supervising.Kept());
        assertThat(answers(Answer.CONFIRMED, dana)).isEqualTo(new Answering.Kept());
    }

    private Start start() {
        treatment.screened(room, room.visit(), Map.of());
        treatment.consented(room, BodyArea.values());
        return room.in(
                () -> startNeedling.start(room.clinic().id(), room.visit(), StartNeedling.Words.NONE, room.by()));
    }

    @Test
    void a_chaperone_is_offered_once_for_chest_buttock_and_groin() {
        assertThat(because()).isEmpty();
        treatment.consented(room, BodyArea.CHEST, BodyArea.NECK);
        assertThat(because()).containsExactly("chest");
        visitor().get(path());
        assertThat(visitor().get(path()).body()).contains("Offer a chaperone before you begin: chest");
        room.in(() -> {
            keepRoom.chaperone(room.clinic().id(), room.visit(), null, room.by());
            return true;
        });
        assertThat(because()).isEmpty();
    }

    @Test
    void no_chaperone_is_asked_about_for_a_neck() {
        treatment.consented(room, BodyArea.NECK, BodyArea.FOREARM);
        assertThat(because()).isEmpty();
    }

    @Test
    void what_is_said_on_the_page_is_kept_and_told_in_the_note() {
        var visitor = visitor();
        visitor.get(path());
        assertThat(visitor.post(path(), "act", "CHAPERONE_PRESENT", "chaperone", "")
                        .status())
                .isEqualTo(422);
        assertThat(visitor.post(path(), "act", "CHAPERONE_PRESENT", "chaperone", "Billie Sandoval")
                        .status())
                .isEqualTo(303);
        visitor.post(path(), "act", "STUDENT", "visitor", "Kim Ly");
        assertThat(visitor.get(path()).body())
                .contains("Chaperone: Billie Sandoval.", "Student: Kim Ly; the patient agreed for this visit.");
        assertThat(note())
                .contains("In the room as chaperone: Billie Sandoval.")
                .contains("In the room with the patient's consent for this visit: Kim Ly, student.");
        var entry = room.in(() -> keepRoom.at(room.clinic().id(), room.visit()))
                .visitors()
                .getFirst();
        visitor.post(path(), "act", "STRIKE", "entry", entry.id().toString());
        assertThat(note()).doesNotContain("Kim Ly");
        assertThat(visitor.post(
                                path(),
                                "act",
                                "STRIKE",
                                "entry",
                                UUID.randomUUID().toString())
                        .status())
                .isEqualTo(404);
    }

    private String note() {
        return practices.in(
                room.clinic().id(),
                () -> noteParts.stream()
                        .flatMap(it ->
                                it.section(room.clinic().id(), room.visit(), room.patient(), Locale.ENGLISH).stream())
                        .map(NotePart.Section::text)
                        .reduce("", (a, b) -> a + "\n" + b));
    }

    @Test
    void a_visitor_is_not_kept_for_the_next_visit() {
        room.in(() -> {
            keepRoom.visitor(room.clinic().id(), room.visit(), RoomEntry.Kind.OBSERVER, "Lou", room.by());
            return true;
        });
        var next = treatment.anotherVisit(room);
        assertThat(room.in(() -> keepRoom.at(room.clinic().id(), next)).visitors())
                .isEmpty();
    }

    @Test
    void a_trainee_starts_only_with_an_entitled_supervisor_in_the_room() {
        var trainer = trainer();
        var trainee = room.clinic().practitioner();
        assertThat(start())
                .isInstanceOfSatisfying(
                        Start.NotEntitled.class,
                        it -> assertThat(it.why().shortfalls()).containsExactly(new Shortfall.SessionsMissing(0, 10)));
        assertThat(supervise(trainee, trainee)).isEqualTo(new Supervising.Oneself());
        var other = room.in(
                () -> clinics.practitioner(room.clinic().id(), room.clinic().location()));
        assertThat(supervise(trainee, other)).isInstanceOf(Supervising.NotEntitled.class);
        confirmed(trainee, trainer);
        assertThat(start()).isInstanceOf(Start.Started.class);
    }

    @Test
    void a_supervisor_who_is_named_lets_a_trainee_needle_only_once_they_confirm_it_with_their_own_sign_in() {
        var trainer = trainer();
        var trainee = room.clinic().practitioner();
        supervise(trainee, trainer);
        assertThat(shortfalls())
                .containsExactly(
                        new Shortfall.SessionsMissing(0, 10), new Shortfall.SupervisionNotConfirmed("Dana Cole, PT"));
        assertThat(note()).contains("Dana Cole, PT was named as supervisor and has not confirmed it.");
        assertThat(answers(Answer.CONFIRMED, room.by())).isEqualTo(new Answering.OnlyTheSupervisor());
        assertThat(shortfalls()).hasSize(2);
        assertThat(answers(Answer.CONFIRMED, dana)).isEqualTo(new Answering.Kept());
        assertThat(start()).isInstanceOf(Start.Started.class);
        assertThat(note()).contains("Dana Cole, PT supervised in the room.");
    }

    @Test
    void a_supervisor_who_declines_is_noted_and_lets_nobody_needle() {
        var trainer = trainer();
        supervise(room.clinic().practitioner(), trainer);
        answers(Answer.DECLINED, dana);
        assertThat(shortfalls())
                .containsExactly(
                        new Shortfall.SessionsMissing(0, 10), new Shortfall.SupervisionDeclined("Dana Cole, PT"));
        assertThat(note()).contains("Dana Cole, PT was named as supervisor of", "and declined.");
    }

    @Test
    void a_trainee_cannot_bring_back_a_supervision_that_was_ended() {
        var trainee = room.clinic().practitioner();
        confirmed(trainee, trainer());
        room.in(() -> {
            keepRoom.endSupervision(room.clinic().id(), room.visit(), dana);
            return true;
        });
        assertThat(struckLast(room.by())).isEqualTo(new Striking.OnlyTheSupervisor());
        assertThat(start()).isInstanceOf(Start.NotEntitled.class);
        assertThat(struckLast(dana)).isEqualTo(new Striking.Struck());
        assertThat(start()).isInstanceOf(Start.Started.class);
    }

    private Striking struckLast(Actor by) {
        return room.in(() -> {
            var last = keepRoom.at(room.clinic().id(), room.visit())
                    .told()
                    .getLast()
                    .id();
            return keepRoom.strike(room.clinic().id(), room.visit(), last, by);
        });
    }

    @Test
    void a_supervisor_who_says_it_themselves_has_confirmed_it() {
        var trainer = trainer();
        room.in(() -> keepRoom.supervise(
                room.clinic().id(), room.visit(), room.clinic().practitioner(), trainer, dana));
        assertThat(start()).isInstanceOf(Start.Started.class);
    }

    @Test
    void a_needle_under_a_supervision_that_nobody_confirmed_is_kept_and_flagged() {
        var trainer = trainer();
        var trainee = room.clinic().practitioner();
        confirmed(trainee, trainer);
        var session = ((Start.Started) start()).session();
        answers(Answer.DECLINED, dana);
        treatment.insert(room, session, "trapezius-upper", Laterality.R);
        assertThat(room.in(() -> flags.of(room.clinic().id(), session)))
                .extracting(Flag::kind)
                .containsExactly(Flag.Kind.NOT_ENTITLED);
    }

    @Test
    void the_supervisor_finds_on_today_what_waits_and_confirms_it_on_the_page_of_the_room() {
        supervise(room.clinic().practitioner(), trainer());
        var supervisor = new Visitor(port).with("np", danasSignIn);
        var today = "/p/" + room.clinic().slug() + "/today";
        assertThat(supervisor.get(today).body()).contains("waits for Dana Cole, PT to confirm", path());
        assertThat(visitor().get(path()).body())
                .contains("has not confirmed it")
                .doesNotContain("value=\"CONFIRM\"");
        var page = supervisor.get(path());
        assertThat(page.body()).contains("I supervise here", "I do not supervise");
        var entry = room.in(() -> keepRoom.at(room.clinic().id(), room.visit()))
                .told()
                .getLast()
                .id()
                .toString();
        assertThat(supervisor.post(path(), "act", "CONFIRM", "entry", entry).status())
                .isEqualTo(303);
        assertThat(supervisor.get(today).body()).doesNotContain("waits for Dana Cole");
        assertThat(start()).isInstanceOf(Start.Started.class);
    }

    private List<Shortfall> shortfalls() {
        return start() instanceof Start.NotEntitled refused ? refused.why().shortfalls() : List.of();
    }

    @Test
    void a_supervised_session_enters_the_logbook_once_it_is_closed() {
        var trainer = trainer();
        var trainee = room.clinic().practitioner();
        confirmed(trainee, trainer);
        var session = ((Start.Started) start()).session();
        var needle = treatment.insert(room, session, "trapezius-upper", Laterality.R);
        treatment.append(room, session, new Removed(needle));
        room.in(() -> closeSession.close(room.clinic().id(), session, new Counts(1, 0, 1), room.by()));
        await().untilAsserted(() -> assertThat(
                        room.in(() -> logbook.done(room.clinic().id(), trainee)))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.instructor()).isEqualTo(trainer);
                    assertThat(it.visit()).isEqualTo(room.visit().value());
                    assertThat(it.held()).isEqualTo(LocalDate.of(2026, 12, 2));
                    assertThat(it.what()).startsWith("1 needle: ");
                    assertThat(it.counts()).isFalse();
                }));
    }

    @Test
    void nothing_is_said_of_a_visit_of_another_practice() {
        var elsewhere = treatment.room(PainReport.NONE);
        assertThatThrownBy(() -> room.in(() -> {
                    keepRoom.chaperone(room.clinic().id(), elsewhere.visit(), null, room.by());
                    return true;
                }))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void every_trainee_of_the_visit_who_needled_gets_the_session_in_the_logbook_though_supervision_has_ended() {
        var trainer = trainer();
        var trainee = room.clinic().practitioner();
        var practice = room.clinic().id();
        var other = room.in(() -> clinics.practitioner(practice, room.clinic().location()));
        var watched = room.in(() -> clinics.practitioner(practice, room.clinic().location()));
        for (var each : List.of(trainee, other, watched)) {
            confirmed(each, trainer);
        }
        var session = ((Start.Started) start()).session();
        var mine = treatment.insert(room, session, "trapezius-upper", Laterality.R);
        var others = needledBy(other, session);
        room.in(() -> {
            keepRoom.endSupervision(practice, room.visit(), room.by());
            return true;
        });
        treatment.append(room, session, new Removed(mine), new Removed(others));
        room.in(() -> closeSession.close(practice, session, new Counts(2, 0, 2), room.by()));
        for (var each : List.of(trainee, other)) {
            await().untilAsserted(() -> assertThat(room.in(() -> logbook.done(practice, each)))
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.instructor()).isEqualTo(trainer);
                        assertThat(it.what()).startsWith("1 needle: ");
                    }));
        }
        assertThat(room.in(() -> logbook.done(practice, watched)))
                .as("was in the room and put none in")
                .isEmpty();
        assertThat(note()).contains("supervised in the room. ", "The supervision in the room then ended.");
    }

    @Test
    void a_session_in_which_others_needled_enters_no_logbook() {
        var trainer = trainer();
        confirmed(room.clinic().practitioner(), trainer);
        var session = ((Start.Started) start()).session();
        var needle = needledBy(trainer, session);
        treatment.append(room, session, new Removed(needle));
        room.in(() -> closeSession.close(room.clinic().id(), session, new Counts(1, 0, 1), room.by()));
        enterInLogbook.on(new SessionClosed(room.clinic().id(), session, room.visit(), 1));
        assertThat(room.in(() -> logbook.done(room.clinic().id(), room.clinic().practitioner())))
                .isEmpty();
    }

    /// A needle that another practitioner charts in the same session.
    private NeedleId needledBy(PractitionerId who, SessionId session) {
        var practice = room.clinic().id();
        var account = room.in(() -> clinics.accountOf(practice, who));
        var hands = new Room(room.clinic(), room.patient(), room.visit(), Actor.account(account), room.signIn());
        return treatment.insert(hands, session, "trapezius-upper", Laterality.L);
    }

    @Test
    void a_supervisor_is_judged_on_the_day_of_the_visit_however_late_it_is_said() {
        var trainer = trainer();
        clock.advance(Duration.ofDays(3000));
        assertThat(supervise(room.clinic().practitioner(), trainer)).isEqualTo(new Supervising.Kept());
    }

    @Test
    void a_visitor_who_was_refused_later_is_told_in_the_note_in_order() {
        room.in(() -> {
            keepRoom.visitor(room.clinic().id(), room.visit(), RoomEntry.Kind.STUDENT, "Kim Ly", room.by());
            keepRoom.refuseVisitor(room.clinic().id(), room.visit(), room.by());
            return true;
        });
        assertThat(note()).contains("Kim Ly, student. The patient did not want a student or observer in the room.");
    }

    @Test
    void whoever_reads_the_page_is_in_the_trail() {
        visitor().get(path());
        assertThat(room.in(
                        () -> audit.ofPatient(room.clinic().id(), room.patient().value(), 20)))
                .extracting(AuditTrail.Line::action, AuditTrail.Line::subject)
                .contains(tuple("viewed", "room"));
    }
}
