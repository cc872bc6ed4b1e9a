package org.needlepoint.frontdoor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.needlepoint.frontdoor.web.Guest.inputs;
import static org.needlepoint.frontdoor.web.Guest.typed;
import static org.needlepoint.frontdoor.web.Guest.with;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.frontdoor.BookedVisits;
import org.needlepoint.frontdoor.BookedVisits.Found;
import org.needlepoint.frontdoor.reminders.Preferences;
import org.needlepoint.frontdoor.reminders.Preferences.Wish;
import org.needlepoint.notifications.Message.Channel;
import org.needlepoint.notifications.OptOuts;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.ConfirmAppointment;
import org.needlepoint.scheduling.MoveAppointment;
import org.needlepoint.scheduling.MoveAppointment.Moving;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What a patient does with a reminder's link: says that they are coming, chooses how to be reminded, opens it again
/// after the visit was moved.
@IntegrationTest
class AnsweringAReminderIT {
    private static final Map<String, String> BIRTH_DATE =
            Map.of("birthDate-year", "1988", "birthDate-month", "3", "birthDate-day", "4");

    @Autowired
    Clinic clinics;

    @Autowired
    BookedVisits visits;

    @Autowired
    MoveAppointment moveAppointment;

    @Autowired
    ConfirmAppointment confirmAppointment;

    @Autowired
    Preferences preferences;

    @Autowired
    OptOuts optOuts;

    @Autowired
    AuditTrail audit;

    @Autowired
    PracticeFixture practices;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Clinic.Opened clinic;
    private Guest guest;
    private String token;
    private Appointment visit;

    @BeforeEach
    void bookAVisit() {
        clinic = clinics.byPhone("America/New_York");
        guest = new Guest(port, clinic);
        token = guest.booked(typed("Zelda Quist"));
        visit = visit();
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private Appointment visit() {
        return ((Found.Visit) clinic.in(() -> visits.find(clinic.id(), token))).appointment();
    }

    private boolean confirmed() {
        return clinic.in(() -> confirmAppointment.isConfirmed(clinic.id(), visit.id()));
    }

    private Answer page() {
        return guest.get("/manage/" + token);
    }

    private Answer send(String act, Map<String, String> fields) {
        return guest.post("/manage/" + token + act, fields);
    }

    private Appointment moveTo(Instant start) {
        var moved = clinic.in(() -> moveAppointment.move(
                clinic.id(),
                visit.id(),
                visit().version(),
                clinic.practitioner(),
                clinic.location(),
                start,
                Actor.SYSTEM));
        assertThat(moved).isInstanceOf(Moving.Moved.class);
        return ((Moving.Moved) moved).appointment();
    }

    private List<String> acts() {
        return clinic.in(() -> audit.ofPatient(clinic.id(), visit.patient().value(), 50)).stream()
                .filter(line -> line.subjectId().equals(visit.id().value()))
                .map(line -> line.actor().kind() + " " + line.action())
                .toList();
    }

    @Test
    void confirms_by_a_button_and_never_by_opening_the_link() {
        assertThat(page().body()).contains("I am coming");
        assertThat(guest.get("/manage/" + token + "/confirmation").status()).isEqualTo(405);
        assertThat(confirmed()).isFalse();
        var sent = send("/confirmation", Map.of("version", Integer.toString(visit.version())));
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        assertThat(confirmed()).isTrue();
        assertThat(guest.visitor().get(sent.location()).body())
                .contains("Thank you", "You told us that you are coming")
                .doesNotContain("I am coming", "Zelda");
        assertThat(send("/confirmation", Map.of("version", Integer.toString(visit.version())))
                        .status())
                .as("the button pressed twice")
                .isEqualTo(303);
        assertThat(acts()).containsExactlyInAnyOrder("GUEST booked", "GUEST confirmed");
    }

    @Test
    void does_not_confirm_a_time_that_was_not_on_the_page() {
        var before = Map.of("version", Integer.toString(visit.version()));
        moveTo(visit.startsAt().plus(Duration.ofDays(7)));
        var refused = send("/confirmation", before);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("changed meanwhile", "I am coming");
        assertThat(confirmed()).isFalse();
    }

    @Test
    void is_asked_again_after_a_move() {
        send("/confirmation", Map.of("version", Integer.toString(visit.version())));
        moveTo(visit.startsAt().plus(Duration.ofDays(7)));
        assertThat(confirmed()).isFalse();
        assertThat(page().body()).contains("I am coming");
    }

    @Test
    void opens_the_visit_by_the_first_link_however_far_it_was_moved() {
        var moved = moveTo(visit.startsAt().plus(Duration.ofDays(28)));
        clock.set(moved.startsAt().minus(Duration.ofHours(2)));
        assertThat(page().status()).isEqualTo(200);
        assertThat(guest.get("/manage/" + token + "/appointment.ics").status()).isEqualTo(200);
        clock.set(moved.endsAt().plus(Duration.ofDays(7)));
        assertThat(page().status()).isEqualTo(410);
    }

    @Test
    void ends_the_link_a_week_after_a_visit_that_was_moved_to_an_earlier_day() {
        var later = moveTo(visit.startsAt().plus(Duration.ofDays(28)));
        var link = clinic.in(() -> visits.link(clinic.id(), later));
        moveTo(visit.startsAt().plus(Duration.ofDays(7)));
        clock.set(visit.endsAt().plus(Duration.ofDays(14)));
        assertThat(guest.get("/manage/" + link).status()).isEqualTo(410);
    }

    private Wish wish() {
        return practices.in(
                clinic.id(), () -> preferences.of(clinic.id(), visit.patient()).orElseThrow());
    }

    @Test
    void chooses_how_to_be_reminded_after_the_birth_date() {
        var open = send("", BIRTH_DATE);
        assertThat(open.body())
                .contains("t…@example.org")
                .as("no text message service is set up")
                .doesNotContain("0144", "value=\"sms\"");
        assertThat(send("/reminders", with(inputs(open), "way", "none")).status())
                .isEqualTo(303);
        assertThat(wish()).isEqualTo(Wish.NONE);
        assertThat(send("/reminders", Map.of("way", "email")).status())
                .as("without the birth date")
                .isEqualTo(422);
        assertThat(send("/reminders", inputs(open)).status())
                .as("nothing chosen")
                .isEqualTo(422);
        assertThat(wish()).isEqualTo(Wish.NONE);
    }

    @Test
    void gets_reminders_again_at_an_address_by_choosing_it() {
        practices.in(clinic.id(), () -> {
            optOuts.stop(
                    clinic.id(),
                    Channel.EMAIL,
                    "typed.by.hand@example.org",
                    OptOuts.Stop.REMINDERS,
                    OptOuts.Asked.LINK);
            return null;
        });
        var open = send("", BIRTH_DATE);
        send("/reminders", with(inputs(open), "way", "email"));
        assertThat(practices.in(
                        clinic.id(), () -> optOuts.inForce(clinic.id(), Channel.EMAIL, "typed.by.hand@example.org")))
                .isEmpty();
        assertThat(wish()).isEqualTo(Wish.EMAIL);
    }
}
