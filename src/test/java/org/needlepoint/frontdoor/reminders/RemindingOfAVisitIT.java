package org.needlepoint.frontdoor.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.frontdoor.reminders.Preferences.Wish;
import org.needlepoint.frontdoor.reminders.Reminder.State;
import org.needlepoint.jobs.JobRunner;
import org.needlepoint.notifications.Message.Channel;
import org.needlepoint.notifications.Message.Kind;
import org.needlepoint.notifications.OptOuts;
import org.needlepoint.notifications.Outbox;
import org.needlepoint.notifications.Postman;
import org.needlepoint.patients.DemographicsForm;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.BookAppointment;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.Booking;
import org.needlepoint.scheduling.CancelAppointment;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.MoveAppointment;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.scheduling.UndoVisitChange;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A visit's reminders from booking to mailbox, through real jobs and a real SMTP server.
@IntegrationTest
class RemindingOfAVisitIT {
    /// Wednesday, a week after the clock's start, 14:00 in New York.
    private static final Instant VISIT = Instant.parse("2026-12-09T19:00:00Z");

    private static final Instant TWO_DAYS_BEFORE = VISIT.minus(Duration.ofDays(2));
    private static final Instant TWO_HOURS_BEFORE = VISIT.minus(Duration.ofHours(2));
    private static final Instant A_DAY_LATER = VISIT.plus(Duration.ofDays(1));

    @Autowired
    Clinic clinics;

    @Autowired
    BookAppointment bookAppointment;

    @Autowired
    MoveAppointment moveAppointment;

    @Autowired
    CancelAppointment cancelAppointment;

    @Autowired
    UndoVisitChange undoVisitChange;

    @Autowired
    Reminders reminders;

    @Autowired
    Preferences preferences;

    @Autowired
    OptOuts optOuts;

    @Autowired
    CallList callList;

    @Autowired
    Outbox outbox;

    @Autowired
    JobRunner jobs;

    @Autowired
    Postman postman;

    @Autowired
    PracticeFixture practices;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Clinic.Opened clinic;

    @BeforeEach
    void open() {
        clinic = clinics.byPhone("America/New_York");
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private Appointment book(@Nullable String phone, @Nullable String email) {
        var read = new DemographicsForm("Ada Example", "1980-02-03", phone, email)
                .read(LocalDate.of(2026, 12, 2), "US", Locale.ENGLISH);
        var who = new Who.Guest(((DemographicsForm.Reading.Valid) read).demographics());
        var wish = new BookAppointment.Wish(clinic.service(), clinic.practitioner(), clinic.location(), VISIT);
        var booking = clinic.in(() -> bookAppointment.now(clinic.id(), wish, who, PainReport.NONE, Actor.GUEST));
        var visit = ((Booking.Booked) booking).appointment();
        planned(visit, 2);
        return visit;
    }

    private Appointment book() {
        return book("410 555 0123", "ada@example.org");
    }

    private <T> T in(Supplier<T> work) {
        return practices.in(clinic.id(), work);
    }

    private List<Reminder> reminders(Appointment visit) {
        return in(() -> reminders.of(clinic.id(), visit.id()));
    }

    private List<Instant> planned(Appointment visit) {
        return reminders(visit).stream()
                .filter(reminder -> reminder.state() == State.PLANNED)
                .map(Reminder::dueAt)
                .toList();
    }

    /// Plans are made after the commit, by a listener.
    private List<Instant> planned(Appointment visit, int howMany) {
        for (int tries = 0; tries < 250 && planned(visit).size() != howMany; tries++) {
            LockSupport.parkNanos(20_000_000L);
        }
        assertThat(planned(visit)).hasSize(howMany);
        return planned(visit);
    }

    private List<State> states(Appointment visit) {
        return reminders(visit).stream().map(Reminder::state).toList();
    }

    private List<Outbox.Line> remindersSent(Appointment visit) {
        return in(() -> outbox.about(clinic.id(), visit.id().value())).stream()
                .filter(line -> line.kind() == Kind.VISIT_REMINDER)
                .toList();
    }

    private void runAt(Instant time) {
        clock.set(time);
        jobs.runDue();
    }

    @Test
    void comes_two_days_and_two_hours_before_in_neutral_words() throws Exception {
        var visit = book();
        assertThat(planned(visit)).containsExactly(TWO_DAYS_BEFORE, TWO_HOURS_BEFORE);
        postman.round(clinic.id());
        runAt(TWO_DAYS_BEFORE.minusSeconds(1));
        assertThat(postman.round(clinic.id())).isEmpty();
        runAt(TWO_DAYS_BEFORE);
        var first = postman.round(clinic.id());
        assertThat(first).hasSize(1);
        assertThat(first.getFirst().getSubject()).isEqualTo("A message from Test practice");
        assertThat(first.getFirst().getAllRecipients()[0]).hasToString("ada@example.org");
        assertThat(first.getFirst().getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        runAt(TWO_HOURS_BEFORE);
        assertThat(postman.round(clinic.id())).hasSize(1);
        runAt(A_DAY_LATER);
        assertThat(postman.round(clinic.id())).isEmpty();
        assertThat(states(visit)).containsExactly(State.QUEUED, State.QUEUED);
        assertThat(remindersSent(visit)).hasSize(2).allMatch(line -> line.state() == Outbox.State.SENT);
    }

    /// What calendar programs read of a mail.
    private static String calendarOf(MimeMessage mail) throws Exception {
        var parts = (Multipart) mail.getContent();
        var file = parts.getBodyPart(parts.getCount() - 1);
        assertThat(file.getContentType()).contains("text/calendar");
        return new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void follows_news_that_put_the_visit_into_a_calendar_and_take_it_out() throws Exception {
        var visit = book();
        var booked = postman.round(clinic.id()).getFirst();
        assertThat(booked.getSubject()).isEqualTo("A message from Test practice");
        assertThat(calendarOf(booked))
                .contains("METHOD:PUBLISH", "UID:" + visit.id(), "SUMMARY:Appointment with Test practice")
                .doesNotContain("Ada");
        clinic.in(() -> cancelAppointment.cancel(
                clinic.id(), visit.id(), visit.version(), Appointment.CancelReason.PATIENT_ASKED, Actor.GUEST));
        planned(visit, 0);
        assertThat(calendarOf(postman.round(clinic.id()).getFirst())).contains("METHOD:CANCEL", "UID:" + visit.id());
    }

    @Test
    void moves_with_the_visit() {
        var visit = book();
        var later = VISIT.plus(Duration.ofDays(7));
        var moved = clinic.in(() -> moveAppointment.move(
                clinic.id(),
                visit.id(),
                visit.version(),
                clinic.practitioner(),
                clinic.location(),
                later,
                Actor.GUEST));
        assertThat(moved).isInstanceOf(MoveAppointment.Moving.Moved.class);
        until(() -> planned(visit).contains(later.minus(Duration.ofHours(2))));
        assertThat(planned(visit)).containsExactly(later.minus(Duration.ofDays(2)), later.minus(Duration.ofHours(2)));
        runAt(TWO_HOURS_BEFORE);
        assertThat(remindersSent(visit)).isEmpty();
        runAt(later.minus(Duration.ofDays(2)));
        assertThat(remindersSent(visit)).hasSize(1);
    }

    private void until(Supplier<Boolean> condition) {
        for (int tries = 0; tries < 250 && !condition.get(); tries++) {
            LockSupport.parkNanos(20_000_000L);
        }
        assertThat(condition.get()).isTrue();
    }

    @Test
    void ends_with_a_cancellation_and_comes_back_when_that_is_undone() {
        var visit = book();
        clinic.in(() -> cancelAppointment.cancel(
                clinic.id(), visit.id(), visit.version(), Appointment.CancelReason.PATIENT_ASKED, Actor.GUEST));
        planned(visit, 0);
        clinic.in(() -> undoVisitChange.undo(clinic.id(), visit.id(), visit.version() + 1, Actor.SYSTEM));
        assertThat(planned(visit, 2)).containsExactly(TWO_DAYS_BEFORE, TWO_HOURS_BEFORE);
        assertThat(in(() -> outbox.about(clinic.id(), visit.id().value())))
                .as("whoever was told that it is cancelled is told that it stands again")
                .extracting(Outbox.Line::kind)
                .containsExactly(Kind.APPOINTMENT_BOOKED, Kind.APPOINTMENT_CANCELLED, Kind.APPOINTMENT_BOOKED);
        runAt(TWO_DAYS_BEFORE);
        assertThat(remindersSent(visit)).hasSize(1);
    }

    @Test
    void waits_for_the_morning_when_nothing_ran_in_time() {
        var visit = book();
        runAt(Instant.parse("2026-12-08T04:00:00Z")); // 23:00 of the day it was due
        assertThat(states(visit)).containsExactly(State.PLANNED, State.PLANNED);
        runAt(Instant.parse("2026-12-08T13:00:00Z"));
        assertThat(states(visit)).containsExactly(State.QUEUED, State.PLANNED);
    }

    @Test
    void is_left_when_nothing_ran_until_the_next_one_was_due() {
        var visit = book();
        runAt(TWO_HOURS_BEFORE);
        assertThat(states(visit)).containsExactly(State.UNSENT, State.QUEUED);
        assertThat(remindersSent(visit)).hasSize(1);
    }

    @Test
    void is_not_kept_for_later_when_it_cannot_leave() {
        var visit = book();
        runAt(TWO_DAYS_BEFORE);
        assertThat(remindersSent(visit)).extracting(Outbox.Line::state).containsExactly(Outbox.State.QUEUED);
        clock.set(TWO_HOURS_BEFORE);
        assertThat(postman.round(clinic.id()))
                .as("the news of the booking alone")
                .hasSize(1);
        assertThat(remindersSent(visit)).extracting(Outbox.Line::lastError).containsExactly("too-late");
    }

    @Test
    void goes_the_way_that_the_patient_wishes() {
        var visit = book();
        in(() -> {
            preferences.keep(clinic.id(), visit.patient(), Wish.NONE, Actor.GUEST);
            return null;
        });
        runAt(TWO_DAYS_BEFORE);
        assertThat(states(visit)).containsExactly(State.UNSENT, State.PLANNED);
        assertThat(remindersSent(visit)).isEmpty();
    }

    @Test
    void ends_by_the_button_of_a_mail_program_and_not_by_opening_its_link() throws Exception {
        var visit = book("410 555 0123", "ada@example.org");
        postman.round(clinic.id());
        runAt(TWO_DAYS_BEFORE);
        var header = postman.round(clinic.id()).getFirst().getHeader("List-Unsubscribe")[0];
        var path = header.substring(header.indexOf("/p/"), header.length() - 1);
        var opened = new Visitor(port).get(path);
        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.body()).contains("a…@example.org").doesNotContain("ada@");
        assertThat(stops()).isEmpty();
        assertThat(new Visitor(port)
                        .postAs(path, Map.of("List-Unsubscribe", "One-Click"))
                        .status())
                .isEqualTo(200);
        assertThat(stops()).containsExactly(OptOuts.Stop.REMINDERS);
        assertThat(new Visitor(port).get(path + "x").status()).isEqualTo(404);
        runAt(TWO_HOURS_BEFORE);
        assertThat(remindersSent(visit))
                .as("nothing by another way that nobody asked for")
                .extracting(Outbox.Line::channel)
                .containsExactly(Channel.EMAIL);
        assertThat(reasonsToCall(visit)).containsExactly("opted-out");
    }

    private List<String> reasonsToCall(Appointment visit) {
        return in(() -> callList.calls(clinic.id())).stream()
                .filter(call -> call.visit().id().equals(visit.id()))
                .map(CallList.Call::reason)
                .toList();
    }

    private List<OptOuts.Stop> stops() {
        return in(() -> optOuts.inForce(clinic.id(), Channel.EMAIL, "ada@example.org"));
    }

    @Test
    void is_a_call_where_there_is_a_phone_only_and_no_text_message_service() {
        var visit = book("410 555 0123", null);
        runAt(TWO_DAYS_BEFORE);
        assertThat(remindersSent(visit)).as("nothing that could never leave").isEmpty();
        assertThat(states(visit)).containsExactly(State.UNSENT, State.PLANNED);
        assertThat(reasonsToCall(visit)).containsExactly("no-sms-gateway");
    }
}
