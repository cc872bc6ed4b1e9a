package org.needlepoint.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.aftercare.AnswerCheckIn.Given;
import org.needlepoint.aftercare.Report.Reply;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.identity.Role;
import org.needlepoint.outcomes.Scores;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What a patient reads and says after needles, over HTTP.
@IntegrationTest
class AfterAVisitIT {
    private static final String LUNG = "breathless-or-chest-pain";
    private static final String EMERGENCY_LINE = "Emergency?";

    @Autowired
    AfterNeedles after;

    @Autowired
    AnswerCheckIn answerCheckIn;

    @Autowired
    Concerns concerns;

    @Autowired
    Reports reports;

    @Autowired
    Protocols protocols;

    @Autowired
    Scores scores;

    @Autowired
    AuditTrail audit;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private List<Concern> open(Clinic.Opened clinic) {
        return clinic.in(() -> concerns.open(clinic.id()));
    }

    private static String[] with(String[] fields, String... more) {
        return Stream.concat(Stream.of(fields), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void a_danger_answer_at_night_on_a_holiday_says_what_to_do_stands_on_the_list_and_promises_nothing() {
        var clinic = after.clinic();
        var plan = after.today(clinic, "trapezius-upper");
        clock.set(Instant.parse("2026-12-26T04:30:00Z")); // Christmas Day, 23:30
        var link = after.link(clinic, plan);
        var patient = after.patient(port, link);
        patient.get(link + "/check");

        var sent = patient.post(
                link + "/check",
                with(after.fields(plan, LUNG, "yes"), "now", "7", "words", "It stabs when I breathe."));

        assertThat(sent.status()).isEqualTo(303);
        var page = patient.get(sent.location().replaceFirst("^https?://[^/]+", ""));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Call the emergency number now.", "href=\"tel:911\"", "Get help now")
                .contains("Nobody reads it overnight", "nobody can promise you a call")
                .doesNotContain("That is expected", "we will call", "We will call");
        assertThat(open(clinic)).singleElement().satisfies(concern -> {
            assertThat(concern.level()).isEqualTo(Report.Level.EMERGENCY);
            assertThat(concern.raisedAt()).isEqualTo(Instant.parse("2026-12-26T04:30:00Z"));
            assertThat(concern.visit()).isEqualTo(plan.visit());
        });
        var staff = after.staff(clinic, port, Role.FRONT_DESK);
        assertThat(staff.get("/p/" + clinic.slug() + "/today").body())
                .contains("Concerns after visits", "Ana Ruiz", "nobody has it yet");
        assertThat(staff.get("/p/" + clinic.slug() + "/concerns").body())
                .contains("Are you short of breath", "It stabs when I breathe.");
    }

    @Test
    void the_answer_and_its_line_on_the_list_stand_together_or_not_at_all() {
        var clinic = after.clinic();
        var plan = after.today(clinic, "trapezius-upper");
        var replies = new HashMap<String, Reply>();
        answerCheckIn.questions(plan).forEach(question -> replies.put(question.id(), Reply.YES));
        var given = new Given(replies, 5, null, null);

        assertThatThrownBy(() -> after.in(clinic, () -> {
                    answerCheckIn.answer(clinic.id(), plan, given, Actor.GUEST);
                    throw new IllegalStateException("the machine stops here");
                }))
                .hasMessage("the machine stops here");
        assertThat(open(clinic)).isEmpty();
        assertThat(clinic.in(() -> reports.of(clinic.id(), plan.id()))).isEmpty();

        after.in(clinic, () -> answerCheckIn.answer(clinic.id(), plan, given, Actor.GUEST));
        assertThat(open(clinic)).hasSize(1);
        assertThat(clinic.in(() -> reports.of(clinic.id(), plan.id()))).hasSize(1);
    }

    @Test
    void that_is_expected_is_said_only_when_every_danger_question_is_answered_no() {
        var clinic = after.clinic();
        var plan = after.today(clinic, "trapezius-upper");
        var link = after.link(clinic, plan);
        var patient = after.patient(port, link);
        patient.get(link + "/check");
        for (var question : answerCheckIn.questions(plan)) {
            for (var reply : List.of("yes", "unsure")) {
                var sent = patient.post(link + "/check", after.fields(plan, question.id(), reply));
                assertThat(patient.get(path(sent)).body())
                        .contains(question.instruction().en())
                        .doesNotContain("That is expected");
            }
        }
        int raised = open(clinic).size();
        assertThat(raised).isEqualTo(2 * answerCheckIn.questions(plan).size());

        var sent = patient.post(link + "/check", after.fields(plan));
        assertThat(patient.get(path(sent)).body()).contains("That is expected", "Aching up to 3 days");
        assertThat(open(clinic)).hasSize(raised);
    }

    private static String path(Visitor.Answer sent) {
        return sent.location().replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void a_danger_question_without_an_answer_is_asked_again_and_nothing_typed_is_lost() {
        var clinic = after.clinic();
        var plan = after.today(clinic, "trapezius-upper");
        var link = after.link(clinic, plan);
        var patient = after.patient(port, link);
        patient.get(link + "/check");

        var sent = patient.post(
                link + "/check",
                with(
                        after.fields(plan, LUNG, "", "infection-signs", "unsure"),
                        "now",
                        "4",
                        "words",
                        "Sore <b>neck</b>"));

        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body())
                .contains("Error: How are you?", "href=\"#sign-" + LUNG + "\"", "Answer yes, no or not sure")
                .contains("Sore &lt;b&gt;neck&lt;/b&gt;")
                .containsPattern("id=\"sign-infection-signs-unsure\"[^>]*checked")
                .containsPattern("name=\"now\" value=\"4\"[^>]*checked")
                .doesNotContain("That is expected");
        assertThat(open(clinic)).isEmpty();
        assertThat(clinic.in(() -> reports.of(clinic.id(), plan.id()))).isEmpty();
    }

    @Test
    void whom_to_call_stands_before_the_gate_and_on_expired_and_forged_links() {
        var clinic = after.clinic();
        var plan = after.today(clinic, "trapezius-upper");
        var link = after.link(clinic, plan);
        var closed = new Visitor(port).get(link);
        assertThat(closed.status()).isEqualTo(200);
        assertThat(closed.body())
                .contains(EMERGENCY_LINE, "href=\"tel:911\"", "Your birth date", "Wednesday, December 2, 2026")
                .doesNotContain("Ana", "needle was", "Avoid", "short of breath?", "Trapezius");
        assertThat(closed.header("referrer-policy")).isEqualTo("no-referrer");

        for (var path : List.of("/check", "/answered/" + plan.id())) {
            assertThat(new Visitor(port).get(link + path).body())
                    .contains(EMERGENCY_LINE, "Your birth date")
                    .doesNotContain("sign-infection");
        }
        var forged = new Visitor(port).get(link.substring(0, link.length() - 4) + "AAAA");
        assertThat(forged.status()).isEqualTo(404);
        assertThat(forged.body()).contains(EMERGENCY_LINE, "href=\"tel:911\"", "This link is not complete");

        clock.advance(Duration.ofDays(31));
        var expired = new Visitor(port).get(link);
        assertThat(expired.status()).isEqualTo(410);
        assertThat(expired.body()).contains(EMERGENCY_LINE, "href=\"tel:911\"", "This link is over");
    }

    @Test
    void five_wrong_birth_dates_close_the_gate_and_leave_whom_to_call() {
        var clinic = after.clinic();
        var plan = after.today(clinic, "trapezius-upper");
        var link = after.link(clinic, plan);
        var visitor = new Visitor(port);
        visitor.get(link);
        for (int i = 0; i < 4; i++) {
            assertThat(visitor.post(link, "birthDate-year", "1990", "birthDate-month", "1", "birthDate-day", "1")
                            .status())
                    .isEqualTo(422);
        }
        visitor.post(link, "birthDate-year", "1990", "birthDate-month", "1", "birthDate-day", "1");
        var locked = visitor.post(link, "birthDate-year", "1988", "birthDate-month", "3", "birthDate-day", "4");
        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.body()).contains(EMERGENCY_LINE, "href=\"tel:911\"", "too many wrong birth dates");
    }

    @Test
    void what_to_leave_off_says_until_when_and_what_sources_disagree_on_only_as_the_practice_chose() {
        var clinic = after.clinic();
        var plan = after.today(clinic, "soleus");
        var link = after.link(clinic, plan);
        var patient = after.patient(port, link);
        assertThat(patient.get(link).body())
                .contains("Avoid intense exercise.", "until Thursday, December 3, 2026, 12:00 PM")
                .contains("Aching up to 3 days", "Is one calf or leg newly swollen")
                .doesNotContain("Heating pad", "hot bath", "Ice 15", "massage the needled")
                .doesNotContain("paracetamol", "Are you short of breath");

        clinic.in(() -> {
            protocols.choose(clinic.id(), "heat", "heating-pad", Actor.SYSTEM);
            protocols.choose(clinic.id(), "soreness", "soreness-gone-in-a-day", Actor.SYSTEM);
            return plan;
        });
        assertThat(patient.get(link).body())
                .contains("Heating pad", "usually gone within 24 hours")
                .doesNotContain("hot bath", "sauna", "Ice 15", "up to 3 days");
        assertThatThrownBy(() -> clinic.in(() -> {
                    protocols.choose(clinic.id(), "massage", "heating-pad", Actor.SYSTEM);
                    return plan;
                }))
                .isInstanceOf(IllegalArgumentException.class);
        clock.advance(Duration.ofHours(25));
        assertThat(after.patient(port, link).get(link).body()).contains("you need not wait any longer");
    }

    @Test
    void pain_said_at_a_check_in_is_part_of_the_patients_course() {
        var clinic = after.clinic();
        var plan = after.today(clinic, "soleus");
        var link = after.link(clinic, plan);
        var patient = after.patient(port, link);
        patient.get(link + "/check");
        patient.post(link + "/check", with(after.fields(plan), "now", "3", "worst", "6"));
        var course = clinic.in(() -> scores.course(clinic.id(), plan.patient()));
        assertThat(course.occasions()).singleElement().satisfies(occasion -> {
            assertThat(occasion.now()).isEqualTo(3);
            assertThat(occasion.worst()).isEqualTo(6);
            assertThat(occasion.visit()).isEqualTo(plan.visit());
        });
        assertThat(after.staff(clinic, port, Role.PRACTITIONER)
                        .get("/p/" + clinic.slug() + "/patients/" + plan.patient() + "/outcomes")
                        .body())
                .contains("check-in", "np-trend-now");
    }

    @Test
    void a_concern_is_taken_by_one_person_and_closed_with_a_word() {
        var clinic = after.clinic();
        var plan = after.today(clinic, "soleus");
        var replies = new HashMap<String, Reply>();
        answerCheckIn.questions(plan).forEach(question -> replies.put(question.id(), Reply.UNSURE));
        after.in(
                clinic,
                () -> answerCheckIn.answer(clinic.id(), plan, new Given(replies, null, null, null), Actor.GUEST));
        var id = open(clinic).getFirst().id();
        var path = "/p/" + clinic.slug() + "/concerns/" + id;
        var desk = after.staff(clinic, port, Role.FRONT_DESK);
        var practitioner = after.staff(clinic, port, Role.PRACTITIONER);

        assertThat(desk.post(path + "/taking").status()).isEqualTo(303);
        assertThat(practitioner.post(path + "/taking").location()).endsWith("?done=gone");
        assertThat(desk.post(path + "/closing", "words", "Called").status()).isEqualTo(403);
        assertThat(practitioner.post(path + "/closing", "words", " ").status()).isEqualTo(422);
        practitioner.post(path + "/notes", "words", "Called, goes to the emergency department.");
        practitioner.post(path + "/closing", "words", "Seen there, nothing found.");

        assertThat(open(clinic)).isEmpty();
        assertThat(clinic.in(() -> concerns.closed(clinic.id())))
                .singleElement()
                .satisfies(concern -> assertThat(concern.steps())
                        .extracting(Concern.Step::act)
                        .containsExactly(Concern.Act.TAKEN, Concern.Act.NOTED, Concern.Act.CLOSED));
        assertThat(clinic.in(() -> audit.ofPatient(clinic.id(), plan.patient().value(), 50)))
                .filteredOn(line -> line.subject().equals("concern"))
                .extracting(AuditTrail.Line::action)
                .containsExactlyInAnyOrder("raised", "taken", "noted", "closed");
    }

    @Test
    void who_looks_at_the_worklist_is_on_record_once_for_each_patient() {
        var clinic = after.clinic();
        var plan = after.today(clinic, "soleus");
        var replies = new HashMap<String, Reply>();
        answerCheckIn.questions(plan).forEach(question -> replies.put(question.id(), Reply.UNSURE));
        for (int i = 0; i < 2; i++) {
            after.in(
                    clinic,
                    () -> answerCheckIn.answer(clinic.id(), plan, new Given(replies, null, null, null), Actor.GUEST));
        }
        assertThat(open(clinic)).hasSize(2);
        var desk = after.staff(clinic, port, Role.FRONT_DESK);

        assertThat(desk.get("/p/" + clinic.slug() + "/concerns").status()).isEqualTo(200);

        var patient = plan.patient().value();
        assertThat(clinic.in(() -> audit.ofPatient(clinic.id(), patient, 50)))
                .filteredOn(line -> line.action().equals("viewed"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.actor().kind()).isEqualTo(Actor.Kind.ACCOUNT);
                    assertThat(line.subject()).isEqualTo("patient");
                    assertThat(line.subjectId()).isEqualTo(patient);
                });
    }

    @Test
    void the_sheet_is_printed_for_the_patient_and_another_practice_sees_nothing() {
        var clinic = after.clinic();
        var plan = after.today(clinic, "trapezius-upper");
        var page = "/p/" + clinic.slug() + "/appointments/" + plan.visit() + "/aftercare";
        var staff = after.staff(clinic, port, Role.PRACTITIONER);
        assertThat(staff.get(page).body())
                .contains("Aftercare of Ana Ruiz", "Some hours after", "After three days", "aftercare.pdf");
        var sheet = staff.get(page + ".pdf");
        assertThat(sheet.header("content-type")).isEqualTo("application/pdf");
        assertThat(sheet.body()).startsWith("%PDF-");

        var other = after.clinic();
        var stranger = after.staff(other, port, Role.PRACTITIONER);
        assertThat(stranger.get(page.replace(clinic.slug(), other.slug())).status())
                .isEqualTo(404);
        assertThat(new Visitor(port)
                        .get(after.link(clinic, plan).replace(clinic.slug(), other.slug()))
                        .status())
                .isEqualTo(404);
        assertThat(elsewhere(other.id(), plan)).isEmpty();
    }

    private List<Report> elsewhere(PracticeId practice, Plan plan) {
        return PracticeScope.in(practice, () -> reports.of(practice, plan.id()));
    }

    @Test
    void a_practice_that_has_signed_nothing_shows_whom_to_call_and_no_advice() {
        var clinic = after.unpublished();
        var plan = after.today(clinic, "trapezius-upper");
        var link = after.link(clinic, plan);
        assertThat(after.patient(port, link).get(link).body())
                .contains("has not published its advice", "href=\"tel:911\"")
                .doesNotContain("Avoid intense exercise");
    }
}
