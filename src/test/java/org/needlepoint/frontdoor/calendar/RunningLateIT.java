package org.needlepoint.frontdoor.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needlepoint.audit.Actor;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.frontdoor.reminders.Preferences;
import org.needlepoint.notifications.Message.Channel;
import org.needlepoint.notifications.Message.Kind;
import org.needlepoint.notifications.OptOuts;
import org.needlepoint.notifications.Outbox;
import org.needlepoint.patients.Demographics;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// "Running 20 minutes late", said once and told to those after (rule F1). It is Thursday, 14:05.
@IntegrationTest
class RunningLateIT {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Autowired
    Desk desks;

    @Autowired
    Calendar calendar;

    @Autowired
    Preferences preferences;

    @Autowired
    OptOuts optOuts;

    @Autowired
    Outbox outbox;

    @Autowired
    PracticeFixture practices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Desk.Opened clinic;
    private Visitor desk;

    @BeforeEach
    void open() {
        clock.set(MovableClock.START);
        clinic = desks.open();
        desk = new Visitor(port).with("np", desks.signIn(clinic));
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private void itIs(String time) {
        clock.set(Desk.THURSDAY.atTime(LocalTime.parse(time)).atZone(NEW_YORK).toInstant());
        desk = new Visitor(port).with("np", desks.signIn(clinic));
    }

    private Appointment booked(String name, PractitionerId with, String time) {
        return booked(name, name.charAt(0) + "@example.org", with, time);
    }

    private Appointment booked(String name, @Nullable String email, PractitionerId with, String time) {
        var who = new Demographics(name, LocalDate.of(1984, 2, 29), null, email, Locale.ENGLISH);
        return desks.booked(clinic, who, with, time, 30);
    }

    private Visitor.Answer say(String minutes) {
        desk.get(clinic.path("/calendar/late"));
        return desk.post(
                clinic.path("/calendar/late"), "practitioner", clinic.maya().toString(), "late", minutes);
    }

    /// The calendar that the form leads to.
    private String said(String minutes) {
        var answer = say(minutes);
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        return desk.get(answer.location().replaceFirst("^https?://[^/]+", "")).body();
    }

    private void set(Appointment visit, String state) {
        desk.get(clinic.path("/calendar"));
        desk.post(clinic.path("/calendar/visits/" + visit.id() + "/state"), "version", "0", "state", state);
    }

    private long told(Appointment visit) {
        return practices
                .in(
                        clinic.practice().id(),
                        () -> outbox.about(clinic.practice().id(), visit.id().value()))
                .stream()
                .filter(line -> line.kind() == Kind.RUNNING_LATE)
                .count();
    }

    private String manage(Appointment visit, String language) {
        return new Visitor(port)
                .get(clinic.path("/manage/" + desks.link(clinic, visit)), "Accept-Language", language)
                .body();
    }

    @Test
    void tells_those_who_are_still_to_come_to_that_practitioner_and_nobody_else() {
        var before = booked("Ana Ruiz", clinic.maya(), "13:30");
        var next = booked("Bo Lind", clinic.maya(), "14:30");
        var last = booked("Cam Otis", clinic.maya(), "17:00");
        var here = booked("Dee Park", clinic.maya(), "15:00");
        var gone = booked("Eva Stein", clinic.maya(), "15:30");
        var elsewhere = booked("Flo Ward", clinic.robin(), "15:00");
        itIs("14:05");
        set(here, "arrived");
        desk.post(clinic.path("/calendar/visits/" + gone.id() + "/cancellation"), "version", "0", "reason", "weather");
        var page = said("20");
        assertThat(page)
                .contains("Maya Okafor is running about 20 minutes late. 2 patients are told.")
                .contains("Maya Okafor is running about 20 minutes late, as of 2:05 PM.")
                .containsOnlyOnce("Maya Okafor is running about 20 minutes late. ");
        assertThat(List.of(told(next), told(last))).containsOnly(1L);
        assertThat(List.of(told(before), told(here), told(gone), told(elsewhere)))
                .containsOnly(0L);
        assertThat(page.split("Practitioner about 20 min late", -1))
                .as("a tag for each who waits")
                .hasSize(3);
        assertThat(desk.get(clinic.path("/today")).body().split("Practitioner about 20 min late", -1))
                .hasSize(3);
    }

    @Test
    void says_on_the_patients_page_how_long_and_as_of_when_and_asks_nobody_to_come_later() {
        var visit = booked("Bo Lind", clinic.maya(), "15:00");
        itIs("14:05");
        assertThat(manage(visit, "en")).doesNotContain("minutes late");
        said("20");
        assertThat(manage(visit, "en"))
                .contains("Your practitioner is running about 20 minutes late, as of 2:05 PM.")
                .contains("Expect to wait about 20 minutes longer. You may come at your time.")
                .contains("3:00 PM")
                .doesNotContain("Maya");
        assertThat(manage(visit, "es"))
                .contains("Su profesional va con unos 20 minutos de retraso")
                .contains("Puede venir a su hora.");
        assertThat(calendar(visit).startsAt()).as("what was promised").isEqualTo(visit.startsAt());
    }

    private Appointment calendar(Appointment visit) {
        return practices
                .in(
                        clinic.practice().id(),
                        () -> calendar.find(clinic.practice().id(), visit.id()))
                .orElseThrow();
    }

    @Test
    void tells_again_only_what_differs_by_ten_minutes_and_that_it_is_over() {
        var visit = booked("Bo Lind", clinic.maya(), "16:00");
        itIs("14:05");
        said("20");
        said("20");
        assertThat(told(visit)).as("a form sent twice").isEqualTo(1);
        itIs("14:20");
        said("25");
        assertThat(told(visit)).isEqualTo(1);
        assertThat(manage(visit, "en")).contains("about 25 minutes late, as of 2:20 PM");
        said("30");
        assertThat(told(visit)).as("ten more than they know").isEqualTo(2);
        itIs("15:10");
        assertThat(said("0")).contains("Maya Okafor is on time again. One patient is told.");
        assertThat(told(visit)).isEqualTo(3);
        assertThat(manage(visit, "en")).contains("Your practitioner is on time again, as of 3:10 PM.");
        assertThat(desk.get(clinic.path("/calendar")).body()).doesNotContain("min late", "minutes late");
    }

    @Test
    void ends_by_itself_with_the_day() {
        booked("Bo Lind", clinic.maya(), "17:00");
        itIs("14:05");
        said("20");
        assertThat(desk.get(clinic.path("/calendar")).body()).contains("minutes late");
        clock.set(Desk.THURSDAY.plusDays(1).atTime(8, 0).atZone(NEW_YORK).toInstant());
        desk = new Visitor(port).with("np", desks.signIn(clinic));
        assertThat(desk.get(clinic.path("/calendar")).body()).doesNotContain("min late", "minutes late");
        assertThat(desk.get(clinic.path("/calendar?day=" + Desk.THURSDAY)).body())
                .doesNotContain("min late", "minutes late");
    }

    @Test
    void puts_whom_no_message_reaches_on_the_list_of_calls() {
        var silent = booked("Bo Lind", null, clinic.maya(), "15:00");
        var stopped = booked("Cam Otis", "cam@example.org", clinic.maya(), "16:00");
        practices.in(clinic.practice().id(), () -> {
            optOuts.stop(
                    clinic.practice().id(),
                    Channel.EMAIL,
                    "cam@example.org",
                    OptOuts.Stop.EVERYTHING,
                    OptOuts.Asked.REPLY);
            return true;
        });
        itIs("14:05");
        assertThat(said("20"))
                .contains("2 patients are reached by no message.", "/messages\"")
                .contains("Nobody had to be told by message.");
        assertThat(List.of(told(silent), told(stopped))).containsOnly(0L);
        assertThat(desk.get(clinic.path("/messages")).body())
                .contains("Bo Lind", "Cam Otis")
                .contains("Their practitioner is running about 20 minutes late. Neither an e-mail address")
                .contains("about 20 minutes late. Whoever has this address asked for no more messages.");
        itIs("15:30");
        assertThat(desk.get(clinic.path("/messages")).body())
                .as("too late to call")
                .doesNotContain("Bo Lind")
                .contains("Cam Otis");
    }

    @Test
    void reaches_those_too_who_want_no_reminders() {
        var visit = booked("Bo Lind", clinic.maya(), "15:00");
        practices.in(clinic.practice().id(), () -> {
            preferences.keep(clinic.practice().id(), visit.patient(), Preferences.Wish.NONE, Actor.SYSTEM);
            return true;
        });
        itIs("14:05");
        said("20");
        assertThat(told(visit)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "121", "soon", "-20", "0", "20.5"})
    void asks_again_for_what_cannot_be_meant_and_keeps_it(String typed) {
        itIs("14:05");
        var refused = say(typed);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Enter 5 to 120 minutes.", "value=\"" + typed + "\"");
        assertThat(refused.body()).contains("value=\"" + clinic.maya() + "\" selected");
    }

    @Test
    void is_said_by_practitioners_of_themselves_alone() {
        var visit = booked("Bo Lind", clinic.maya(), "15:00");
        itIs("14:05");
        desk = new Visitor(port).with("np", desks.signInMaya(clinic));
        assertThat(desk.get(clinic.path("/calendar/late")).body())
                .contains("Maya Okafor")
                .doesNotContain("Robin Hale");
        assertThat(said("15")).contains("One patient is told.");
        assertThat(told(visit)).isEqualTo(1);
        var ofRobin = desk.post(
                clinic.path("/calendar/late"), "practitioner", clinic.robin().toString(), "usual", "15");
        assertThat(ofRobin.status()).isEqualTo(422);
        assertThat(desk.get(clinic.path("/calendar")).body()).doesNotContain("Robin Hale is running");
    }

    @Test
    void is_in_the_trail_once_for_each_time_it_was_said() {
        itIs("14:05");
        said("20");
        said("20");
        said("0");
        var actions = practices.in(
                clinic.practice().id(),
                () -> jdbc.sql("""
                        select action
                          from audit.entry
                         where practice_id = :practice
                           and subject_id = :maya
                           and actor_id = :desk
                         order by at, id
                        """)
                        .param("practice", clinic.practice().id().value())
                        .param("maya", clinic.maya().value())
                        .param("desk", clinic.account())
                        .query(String.class)
                        .list());
        assertThat(actions).containsExactly("running-late", "on-time");
    }
}
