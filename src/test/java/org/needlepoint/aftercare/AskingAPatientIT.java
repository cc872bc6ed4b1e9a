package org.needlepoint.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.aftercare.AnswerCheckIn.Given;
import org.needlepoint.aftercare.CheckIn.State;
import org.needlepoint.aftercare.Report.Reply;
import org.needlepoint.anatomy.WatchQuestion.Window;
import org.needlepoint.audit.Actor;
import org.needlepoint.identity.Role;
import org.needlepoint.jobs.JobRunner;
import org.needlepoint.notifications.Message;
import org.needlepoint.notifications.Outbox;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Check-ins from the closing of a session to the morning list. The visit is over on Wednesday at noon.
@IntegrationTest
class AskingAPatientIT {
    private static final Instant WEDNESDAY_AT_FOUR = Instant.parse("2026-12-02T21:00:00Z");
    private static final Instant WEDNESDAY_AT_EIGHT = Instant.parse("2026-12-03T01:00:00Z");
    private static final Instant THURSDAY_AT_SEVEN = Instant.parse("2026-12-03T12:00:00Z");
    private static final Instant THURSDAY_AT_NOON = Instant.parse("2026-12-03T17:00:00Z");

    @Autowired
    AfterNeedles after;

    @Autowired
    MakePlan makePlan;

    @Autowired
    Plans plans;

    @Autowired
    CheckIns checkIns;

    @Autowired
    AnswerCheckIn answerCheckIn;

    @Autowired
    Outbox outbox;

    @Autowired
    JobRunner jobs;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private List<CheckIn> of(Clinic.Opened clinic, Plan plan) {
        return clinic.in(() -> checkIns.of(clinic.id(), plan.id()));
    }

    private CheckIn hours(Clinic.Opened clinic, Plan plan) {
        return of(clinic, plan).stream()
                .filter(checkIn -> checkIn.window() == Window.HOURS)
                .findFirst()
                .orElseThrow();
    }

    private void workAt(Instant time) {
        clock.set(time);
        jobs.runDue();
    }

    private List<Outbox.Line> messages(Clinic.Opened clinic, CheckIn about) {
        return clinic.in(() -> outbox.about(clinic.id(), about.id()));
    }

    @Test
    void asks_asks_once_more_and_then_has_one_line_on_the_morning_list() {
        var clinic = after.clinic();
        var plan = after.today(clinic, "trapezius-upper");
        assertThat(of(clinic, plan)).hasSize(4).allMatch(checkIn -> checkIn.state() == State.PLANNED);
        assertThat(messages(clinic, hours(clinic, plan))).isEmpty();

        workAt(WEDNESDAY_AT_FOUR);
        assertThat(hours(clinic, plan).state()).isEqualTo(State.ASKED);
        jobs.runDue();
        assertThat(messages(clinic, hours(clinic, plan))).hasSize(1);
        workAt(WEDNESDAY_AT_EIGHT);
        assertThat(hours(clinic, plan).state()).isEqualTo(State.ASKED_AGAIN);
        assertThat(messages(clinic, hours(clinic, plan)))
                .hasSize(2)
                .allMatch(line -> line.kind() == Message.Kind.CHECK_IN);
        workAt(THURSDAY_AT_SEVEN);
        assertThat(hours(clinic, plan).state()).isEqualTo(State.UNANSWERED);
        assertThat(messages(clinic, hours(clinic, plan))).hasSize(2);

        workAt(Instant.parse("2026-12-05T12:30:00Z")); // two more check-ins have gone by without an answer
        assertThat(clinic.in(() -> checkIns.silent(clinic.id())))
                .singleElement()
                .satisfies(silent -> assertThat(silent.visit()).isEqualTo(plan.visit()));
        var desk = after.staff(clinic, port, Role.FRONT_DESK);
        assertThat(desk.get("/p/" + clinic.slug() + "/today").body())
                .contains("Did not answer after a visit", "Ana Ruiz");
        desk.post("/p/" + clinic.slug() + "/appointments/" + plan.visit() + "/aftercare/seen");
        assertThat(clinic.in(() -> checkIns.silent(clinic.id()))).isEmpty();
    }

    @Test
    void goes_silent_no_longer_once_the_patient_has_answered() {
        var clinic = after.clinic();
        var plan = after.today(clinic, "soleus");
        workAt(WEDNESDAY_AT_FOUR);
        var replies = new HashMap<String, Reply>();
        answerCheckIn.questions(plan).forEach(question -> replies.put(question.id(), Reply.NO));
        after.in(clinic, () -> answerCheckIn.answer(clinic.id(), plan, new Given(replies, 2, null, null), Actor.GUEST));
        workAt(THURSDAY_AT_SEVEN);
        assertThat(hours(clinic, plan).state()).isEqualTo(State.ANSWERED);
        assertThat(messages(clinic, hours(clinic, plan))).hasSize(1);
        assertThat(clinic.in(() -> checkIns.silent(clinic.id()))).isEmpty();
    }

    @Test
    void ends_with_the_next_visit_booked_meanwhile() {
        var clinic = after.clinic();
        var plan = after.today(clinic, "trapezius-upper");
        after.booked(clinic, Instant.parse("2026-12-03T15:00:00Z"), new Who.Known(plan.patient()));
        workAt(THURSDAY_AT_NOON);
        assertThat(of(clinic, plan))
                .filteredOn(checkIn -> checkIn.window() == Window.ONE_DAY)
                .singleElement()
                .matches(checkIn -> checkIn.state() == State.CANCELLED);
    }

    @Test
    void plans_once_however_often_the_closing_is_heard() {
        var clinic = after.clinic();
        var visit = after.booked(clinic, Instant.parse("2026-12-02T16:00:00Z"));
        clock.set(Instant.parse("2026-12-02T17:00:00Z"));
        var event = after.closed(clinic, visit, "soleus");
        await().until(() ->
                clinic.in(() -> plans.ofVisit(clinic.id(), visit.id().value()).isPresent()));
        var plan =
                clinic.in(() -> plans.ofVisit(clinic.id(), visit.id().value())).orElseThrow();
        var before = of(clinic, plan);
        makePlan.on(event);
        makePlan.on(event);
        assertThat(clinic.in(() -> plans.ofVisit(clinic.id(), visit.id().value())))
                .contains(plan);
        assertThat(of(clinic, plan)).isEqualTo(before);
    }

    @Test
    void takes_over_what_a_later_closing_of_the_same_session_has_needled_more() {
        var clinic = after.clinic();
        var first = after.booked(clinic, Instant.parse("2026-12-02T16:00:00Z"));
        var visit = after.booked(clinic, Instant.parse("2026-12-02T17:00:00Z"), new Who.Known(first.patient()));
        clock.set(Instant.parse("2026-12-02T16:30:00Z"));
        after.needled(clinic, first, "soleus");
        clock.set(Instant.parse("2026-12-02T17:30:00Z"));
        var event = after.closed(clinic, visit, "soleus");
        await().until(() ->
                clinic.in(() -> plans.ofVisit(clinic.id(), visit.id().value()).isPresent()));
        var plan =
                clinic.in(() -> plans.ofVisit(clinic.id(), visit.id().value())).orElseThrow();
        assertThat(of(clinic, plan)).extracting(CheckIn::window).containsExactly(Window.ONE_DAY);

        after.closedAgain(clinic, visit, event, "trapezius-upper");
        await().untilAsserted(() -> assertThat(of(clinic, plan)).hasSize(4));
        assertThat(clinic.in(() -> plans.find(clinic.id(), plan.id()))
                        .orElseThrow()
                        .hazards())
                .contains("pleura");
    }

    @Test
    void asks_nobody_in_a_practice_that_has_not_signed_its_questions() {
        var clinic = after.unpublished();
        var plan = after.today(clinic, "trapezius-upper");
        workAt(WEDNESDAY_AT_FOUR);
        assertThat(hours(clinic, plan).state()).isEqualTo(State.CANCELLED);
        assertThat(messages(clinic, hours(clinic, plan))).isEmpty();
    }

    @Test
    void sends_a_path_that_says_nothing_but_whose_link_it_is() {
        var clinic = after.clinic();
        var plan = after.today(clinic, "trapezius-upper");
        assertThat(after.link(clinic, plan)).matches("/p/[a-z0-9-]+/after/[A-Za-z0-9_-]+");
    }
}
