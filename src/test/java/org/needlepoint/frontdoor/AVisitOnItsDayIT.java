package org.needlepoint.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.identity.Accounts;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignIns;
import org.needlepoint.patients.Demographics;
import org.needlepoint.patients.DemographicsForm;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.BookAppointment;
import org.needlepoint.scheduling.Booking;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.ConfirmAppointment;
import org.needlepoint.scheduling.MoveAppointment;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.scheduling.Segment;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A booked visit from its arrival on, as the front desk sees it.
@IntegrationTest
class AVisitOnItsDayIT {
    private static final Instant START = Instant.parse("2026-12-03T15:00:00Z");

    @Autowired
    Clinic clinics;

    @Autowired
    BookAppointment bookAppointment;

    @Autowired
    Calendar calendar;

    @Autowired
    AuditTrail audit;

    @Autowired
    Accounts accounts;

    @Autowired
    SignIns signIns;

    @Autowired
    PracticeFixture practices;

    @Autowired
    MoveAppointment moveAppointment;

    @Autowired
    ConfirmAppointment confirmAppointment;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Clinic.Opened clinic;
    private Appointment visit;
    private Visitor desk;

    @BeforeEach
    void bookAVisit() {
        clock.set(MovableClock.START);
        clinic = clinics.inPerson("America/New_York", Segment.handsOn(30));
        visit = booked("ana@example.org");
        clock.set(START.plusSeconds(600));
        desk = deskOf(clinic);
    }

    private Appointment booked(String email) {
        var who = (DemographicsForm.Reading.Valid) new DemographicsForm("Ana Ruiz", "1988-03-04", null, email)
                .read(LocalDate.of(2026, 12, 2), "US", Locale.ENGLISH);
        Demographics demographics = who.demographics();
        var booking = clinic.in(() -> bookAppointment.now(
                clinic.id(),
                new BookAppointment.Wish(clinic.service(), clinic.practitioner(), clinic.location(), START),
                new BookAppointment.Who.Guest(demographics),
                PainReport.NONE,
                Actor.GUEST));
        return ((Booking.Booked) booking).appointment();
    }

    private Visitor deskOf(Clinic.Opened practice) {
        var token = practices.in(
                practice.id(),
                () -> signIns.startStaff(
                        practice.id(),
                        accounts.create(
                                practice.id(),
                                Actor.SYSTEM,
                                new Accounts.NewAccount(
                                        "desk@example.org",
                                        "Otis Brandt",
                                        "a long pass phrase",
                                        "KRSXG5DJNZTSA5DFKRSXG5DJNZTSA5DB",
                                        Set.of(Role.FRONT_DESK)))));
        return new Visitor(port).with("np", token);
    }

    private String path(String rest) {
        return "/p/" + clinic.slug() + "/appointments/" + visit.id() + rest;
    }

    private Appointment.Status set(String state) {
        desk.post(path("/state"), "version", version(), "state", state);
        return now();
    }

    private String version() {
        return Integer.toString(asItIs().version());
    }

    private Appointment.Status now() {
        return asItIs().status();
    }

    private Appointment asItIs() {
        return practices
                .in(clinic.id(), () -> calendar.find(clinic.id(), visit.id()))
                .orElseThrow();
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(MovableClock.START);
    }

    @Test
    void goes_from_arrival_to_its_room_in_one_tap_each_and_back() {
        assertThat(set("arrived")).isEqualTo(Appointment.Status.ARRIVED);
        assertThat(set("roomed")).isEqualTo(Appointment.Status.ROOMED);
        assertThat(set("booked")).isEqualTo(Appointment.Status.BOOKED);
        assertThat(set("no-show")).isEqualTo(Appointment.Status.NO_SHOW);
        assertThat(set("arrived")).isEqualTo(Appointment.Status.ARRIVED);
    }

    @Test
    void returns_to_the_days_list_where_the_tap_was() {
        assertThat(desk.post(path("/state"), "version", "0", "state", "arrived", "from", "day")
                        .location())
                .endsWith("/p/" + clinic.slug() + "/today?date=2026-12-03#visit-" + visit.id());
    }

    @Test
    void is_in_the_trail_with_each_step() {
        set("arrived");
        set("arrived");
        assertThat(practices.in(
                        clinic.id(),
                        () -> audit.ofPatient(clinic.id(), visit.patient().value(), 10)))
                .extracting(AuditTrail.Line::action)
                .containsOnlyOnce("arrived");
    }

    @ParameterizedTest
    @CsvSource({"completed,booked", "completed,arrived", "completed,no-show", "in-session,arrived", "no-show,roomed"})
    void does_not_go_back_from_where_care_has_begun(String from, String to) {
        var stood = set(from);
        var answer = desk.post(path("/state"), "version", version(), "state", to);
        assertThat(now()).isEqualTo(stood);
        assertThat(desk.get(answer.location()).body()).contains("The visit stays as it was");
    }

    @Test
    void is_left_alone_when_somebody_has_moved_it_since_the_list_was_shown() {
        clock.set(START.minusSeconds(3600));
        var nextWeek = START.plus(Duration.ofDays(7));
        clinic.in(() -> moveAppointment.move(
                clinic.id(), visit.id(), 0, clinic.practitioner(), clinic.location(), nextWeek, Actor.SYSTEM));
        clock.set(START.plusSeconds(600));
        var answer = desk.post(path("/state"), "version", "0", "state", "no-show", "from", "day");
        assertThat(now()).isEqualTo(Appointment.Status.BOOKED);
        assertThat(desk.get(answer.location()).body())
                .contains("Somebody has changed this visit meanwhile", "December 10, 2026");
        assertThat(set("no-show")).isEqualTo(Appointment.Status.BOOKED);
    }

    @Test
    void arrives_whether_or_not_its_patient_has_confirmed_it_meanwhile() {
        clock.set(START.minusSeconds(3600));
        clinic.in(() -> confirmAppointment.confirm(clinic.id(), visit.id(), 0, Actor.GUEST));
        assertThat(asItIs().version()).isEqualTo(1);
        desk.post(path("/state"), "version", "0", "state", "arrived");
        assertThat(now()).isEqualTo(Appointment.Status.ARRIVED);
    }

    @Test
    void is_no_failure_to_come_before_its_day() {
        clock.set(MovableClock.START);
        assertThat(desk.get(path("")).body()).contains("value=\"arrived\"").doesNotContain("value=\"no-show\"");
        assertThat(set("no-show")).isEqualTo(Appointment.Status.BOOKED);
        clock.set(START.minusSeconds(3600));
        assertThat(desk.get(path("")).body()).contains("value=\"no-show\"");
        assertThat(set("no-show")).isEqualTo(Appointment.Status.NO_SHOW);
    }

    @Test
    void is_refused_a_state_that_does_not_exist() {
        assertThat(desk.post(path("/state"), "version", "0", "state", "vanished")
                        .status())
                .isEqualTo(400);
        assertThat(now()).isEqualTo(Appointment.Status.BOOKED);
    }

    @Test
    void shows_that_nobody_has_asked_and_nobody_has_agreed() {
        assertThat(desk.get(path("")).body())
                .contains("Not asked yet", "Not given yet", "Send the questions")
                .doesNotContain("Start needling");
    }

    @Test
    void sends_the_questions_by_a_link_that_asks_for_the_birth_date() {
        assertThat(desk.post(path("/preparation")).location()).endsWith("?done=sent");
        assertThat(desk.get(path("")).body()).contains("Questions before the visit");
    }

    @Test
    void is_not_there_for_another_practices_desk() {
        var other = deskOf(clinics.inPerson("America/Chicago", Segment.handsOn(30)));
        assertThat(other.get(path("")).status()).isNotEqualTo(200);
        other.post(path("/state"), "version", "0", "state", "arrived");
        assertThat(now()).isEqualTo(Appointment.Status.BOOKED);
    }
}
