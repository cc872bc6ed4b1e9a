package org.needlepoint.frontdoor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.needlepoint.frontdoor.web.Guest.typed;
import static org.needlepoint.frontdoor.web.Guest.with;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.frontdoor.BookedVisits;
import org.needlepoint.frontdoor.BookedVisits.Found;
import org.needlepoint.identity.Role;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.scheduling.PainReport.RedFlagAnswer;
import org.needlepoint.scheduling.PainReport.RedFlagAnswer.Given;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was answered before booking reaches the practitioner as it was answered.
@IntegrationTest
class AnswersBeforeBookingIT {
    private static final String QUESTION = "first-back-pain-older";

    @Autowired
    Clinic clinics;

    @Autowired
    Staff staff;

    @Autowired
    BookedVisits visits;

    @Autowired
    Calendar calendar;

    @Autowired
    PracticeFixture practices;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Clinic.Opened clinic;

    @BeforeEach
    void openAPractice() {
        clinic = clinics.byPhone("America/New_York");
    }

    private Appointment bookedAnswering(String answer) {
        var token = new Guest(port, clinic)
                .booked(with(typed("Ada Example"), "mark", "lumbar:R", "answer-" + QUESTION, answer));
        return ((Found.Visit) clinic.in(() -> visits.find(clinic.id(), token))).appointment();
    }

    private PainReport report(Appointment visit) {
        return clinic.in(() -> calendar.painOf(clinic.id(), visit.id()));
    }

    private String seen(Appointment visit) {
        return staff.signedIn(port, clinic.id(), Role.PRACTITIONER)
                .get("/p/" + clinic.slug() + "/appointments/" + visit.id())
                .body();
    }

    private String day(Appointment visit) {
        return staff.signedIn(port, clinic.id(), Role.FRONT_DESK)
                .get("/p/" + clinic.slug() + "/today?date=" + visit.localStart().toLocalDate())
                .body();
    }

    @Test
    void not_sure_is_kept_and_shown_as_not_sure() {
        var visit = bookedAnswering("unsure");
        assertThat(report(visit).redFlags()).containsExactly(new RedFlagAnswer(QUESTION, Given.UNSURE));
        assertThat(report(visit).level()).isNull();
        assertThat(seen(visit)).contains(">Not sure<", "Not sure: ask again").doesNotContain("answered.");
        assertThat(day(visit)).contains("Not sure: ask again");
    }

    @Test
    void a_yes_for_the_practitioner_to_look_at_books_and_is_shown() {
        var visit = bookedAnswering("yes");
        assertThat(report(visit).level()).isEqualTo("tell-practitioner");
        assertThat(seen(visit)).contains(">Yes<", "Answer to look at");
        assertThat(day(visit)).contains("Answer to look at");
    }

    @Test
    void a_no_is_shown_as_a_no_and_sets_off_nothing() {
        var visit = bookedAnswering("no");
        assertThat(report(visit).redFlags()).containsExactly(new RedFlagAnswer(QUESTION, false));
        assertThat(seen(visit)).contains(">No<").doesNotContain("Answer to look at", "ask again");
    }

    @Test
    void reports_that_know_only_yes_and_no_are_still_read() {
        var visit = new Guest(port, clinic).booked(typed("Ada Earlier"));
        var id = ((Found.Visit) clinic.in(() -> visits.find(clinic.id(), visit)))
                .appointment()
                .id();
        practices.in(
                clinic.id(),
                () -> jdbc.sql("""
                        insert into scheduling.appointment_pain (practice_id, appointment_id, marks, red_flags, level)
                        values (:practice, :id, '[]',
                                '[{"question": "a", "yes": true}, {"question": "b", "yes": false}]', null)
                        """)
                        .param("practice", clinic.id().value())
                        .param("id", id.value())
                        .update());
        List<RedFlagAnswer> read =
                clinic.in(() -> calendar.painOf(clinic.id(), id)).redFlags();
        assertThat(read).containsExactly(new RedFlagAnswer("a", true), new RedFlagAnswer("b", false));
    }
}
