package org.needlepoint.frontdoor.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.frontdoor.web.Staff;
import org.needlepoint.identity.Role;
import org.needlepoint.notifications.AnswerToText;
import org.needlepoint.notifications.Message;
import org.needlepoint.notifications.Message.Channel;
import org.needlepoint.notifications.Message.Kind;
import org.needlepoint.notifications.Outbox;
import org.needlepoint.patients.Demographics;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Appointment.CancelReason;
import org.needlepoint.scheduling.BookAppointment;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.Booking;
import org.needlepoint.scheduling.CancelAppointment;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.MoveAppointment;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whom no message reaches, the desk calls; and whoever answers CANCEL to a text.
@IntegrationTest
class CallingPatientsIT {
    private static final Instant VISIT = Instant.parse("2026-12-09T19:00:00Z");
    private static final Instant LATER = VISIT.plus(Duration.ofDays(1));
    private static final Actor STAFF = Actor.account(new UUID(7, 7));
    private static final String PHONE = "+14105550177";

    @Autowired
    Clinic clinics;

    @Autowired
    BookAppointment bookAppointment;

    @Autowired
    MoveAppointment moveAppointment;

    @Autowired
    CancelAppointment cancelAppointment;

    @Autowired
    CallList callList;

    @Autowired
    AnswerToText answers;

    @Autowired
    Outbox outbox;

    @Autowired
    PracticeFixture practices;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Clinic.Opened clinic;
    private Appointment visit;

    @BeforeEach
    void bookForSomebodyWithAPhoneOnly() {
        clock.set(MovableClock.START);
        clinic = clinics.byPhone("America/New_York");
        var who = new Who.Guest(new Demographics("Ada Example", LocalDate.of(1980, 2, 3), PHONE, null, Locale.ENGLISH));
        var wish = new BookAppointment.Wish(clinic.service(), clinic.practitioner(), clinic.location(), VISIT);
        var booking = clinic.in(() -> bookAppointment.now(clinic.id(), wish, who, PainReport.NONE, STAFF));
        visit = ((Booking.Booked) booking).appointment();
        newsArrives();
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private void newsArrives() {
        await().until(() -> practices.in(
                        clinic.id(),
                        () -> jdbc.sql("""
                                select count(*)
                                  from platform.event_publication
                                 where completion_date is null
                                   and serialized_event like :practice
                                """)
                                .param("practice", "%" + clinic.id() + "%")
                                .query(Long.class)
                                .single())
                == 0);
    }

    private List<String> reasons() {
        return practices.in(clinic.id(), () -> callList.calls(clinic.id())).stream()
                .map(CallList.Call::reason)
                .toList();
    }

    private void cancel(CancelReason reason, Actor by) {
        clinic.in(() -> cancelAppointment.cancel(clinic.id(), visit.id(), visit.version(), reason, by));
        newsArrives();
    }

    private void move(Actor by) {
        clinic.in(() -> moveAppointment.move(
                clinic.id(), visit.id(), visit.version(), clinic.practitioner(), clinic.location(), LATER, by));
        newsArrives();
    }

    private void called() {
        practices.in(clinic.id(), () -> {
            callList.called(clinic.id(), visit.id(), STAFF);
            return true;
        });
    }

    private void wasSentAText() {
        var message = Message.of(
                Channel.SMS,
                PHONE,
                Locale.ENGLISH,
                Kind.VISIT_REMINDER,
                visit.id().value(),
                "/p/x/manage/token");
        practices.in(clinic.id(), () -> outbox.queue(clinic.id(), message));
    }

    @Test
    void is_not_asked_of_the_desk_when_a_visit_is_booked() {
        assertThat(reasons()).as("who books is there, or on the phone").isEmpty();
    }

    @Test
    void is_asked_of_the_desk_when_the_practice_moves_a_visit_until_it_is_done() {
        move(STAFF);
        assertThat(reasons()).containsExactly("untold-moved");
        called();
        assertThat(reasons()).isEmpty();
    }

    @Test
    void is_asked_of_the_desk_when_the_practice_cancels_a_visit() {
        cancel(CancelReason.PRACTITIONER_AWAY, STAFF);
        assertThat(reasons()).containsExactly("untold-cancelled");
        clock.set(VISIT);
        assertThat(reasons()).as("too late to tell").isEmpty();
    }

    @Test
    void is_not_asked_for_what_the_patient_did_or_wanted() {
        move(Actor.GUEST);
        assertThat(reasons()).isEmpty();
        visit = clinic.in(() -> ((MoveAppointment.Moving.Moved) moveAppointment.move(
                        clinic.id(),
                        visit.id(),
                        visit.version() + 1,
                        clinic.practitioner(),
                        clinic.location(),
                        VISIT,
                        Actor.GUEST))
                .appointment());
        cancel(CancelReason.PATIENT_ILL, STAFF);
        assertThat(reasons()).isEmpty();
    }

    @Test
    void is_asked_about_a_visit_whose_patient_answers_cancel_to_a_text() {
        wasSentAText();
        answers.cancel(PHONE);
        newsArrives();
        assertThat(reasons()).containsExactly("answered-cancel");
        cancel(CancelReason.PATIENT_ASKED, STAFF);
        assertThat(reasons()).as("the visit is gone").isEmpty();
    }

    @Test
    void ends_for_a_visit_at_its_time_once_somebody_has_called() {
        clock.set(VISIT.minus(Duration.ofHours(30)));
        wasSentAText();
        answers.cancel(PHONE);
        newsArrives();
        var desk = staff.signedIn(port, clinic.id(), Role.FRONT_DESK);
        var path = "/p/" + clinic.slug() + "/messages";
        assertThat(desk.get(path).body()).contains("They answered CANCEL", "Ada Example", "Called");
        assertThat(desk.post(path + "/calls/" + visit.id()).status()).isEqualTo(303);
        assertThat(desk.get(path).body()).doesNotContain("They answered CANCEL");
    }
}
