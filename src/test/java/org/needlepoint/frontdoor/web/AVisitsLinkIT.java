package org.needlepoint.frontdoor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.needlepoint.frontdoor.web.Guest.inputs;
import static org.needlepoint.frontdoor.web.Guest.openings;
import static org.needlepoint.frontdoor.web.Guest.typed;
import static org.needlepoint.frontdoor.web.Guest.with;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.frontdoor.BookedVisits;
import org.needlepoint.frontdoor.BookedVisits.Found;
import org.needlepoint.notifications.Message;
import org.needlepoint.notifications.Outbox;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Moving and cancelling through the link of a booked visit, and links that lead nowhere.
@IntegrationTest
class AVisitsLinkIT {
    private static final Pattern SEQUENCE = Pattern.compile("SEQUENCE:(\\d+)");
    private static final Map<String, String> BIRTH_DATE =
            Map.of("birthDate-year", "1988", "birthDate-month", "3", "birthDate-day", "4");

    @Autowired
    Clinic clinics;

    @Autowired
    BookedVisits visits;

    @Autowired
    Outbox outbox;

    @Autowired
    AuditTrail audit;

    @Autowired
    PracticeFixture practices;

    @Autowired
    JdbcClient jdbc;

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

    private long occupied() {
        return practices.in(
                clinic.id(),
                () -> jdbc.sql("""
                        select count(*) from scheduling.occupancy
                         where practice_id = :practice and appointment_id = :visit
                        """)
                        .param("practice", clinic.id().value())
                        .param("visit", visit.id().value())
                        .query(Long.class)
                        .single());
    }

    private List<String> acts() {
        return clinic.in(() -> audit.ofPatient(clinic.id(), visit.patient().value(), 50)).stream()
                .filter(line -> line.subjectId().equals(visit.id().value()))
                .map(line -> line.actor().kind() + " " + line.action())
                .toList();
    }

    /// Messages are queued after the commit, by a listener.
    private List<Message.Kind> told(int howMany) {
        List<Message.Kind> kinds = List.of();
        for (int tries = 0; tries < 200 && kinds.size() < howMany; tries++) {
            kinds = clinic.in(() -> outbox.about(clinic.id(), visit.id().value())).stream()
                    .map(Outbox.Line::kind)
                    .toList();
            LockSupport.parkNanos(20_000_000L);
        }
        return kinds;
    }

    private int sequence() {
        var found = SEQUENCE.matcher(
                guest.get("/manage/" + token + "/appointment.ics").body());
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private Answer manage(String act, Map<String, String> fields) {
        return guest.post("/manage/" + token + act, fields);
    }

    @Test
    void moves_the_visit_once_and_tells_it() {
        int before = sequence();
        told(1);
        var times = manage("/times", BIRTH_DATE);
        var opening = openings(times).getLast();
        var moved = manage("/move", with(inputs(times), "opening", opening));
        assertThat(moved.status()).as(moved.body()).isEqualTo(303);
        assertThat(visit().startsAt()).isNotEqualTo(visit.startsAt());
        assertThat(opening).endsWith(visit().startsAt().toString());
        assertThat(guest.visitor().get(moved.location()).body())
                .contains("moved")
                .doesNotContain("Zelda");
        assertThat(sequence()).isGreaterThan(before);
        assertThat(told(2)).containsExactlyInAnyOrder(Message.Kind.APPOINTMENT_BOOKED, Message.Kind.APPOINTMENT_MOVED);
        assertThat(acts()).containsExactlyInAnyOrder("GUEST booked", "GUEST moved");

        var stale =
                manage("/move", with(inputs(times), "opening", openings(times).getFirst()));
        assertThat(stale.status()).as("a form of before the move").isEqualTo(409);
        assertThat(openings(guest.hold(opening, typed("Somebody Else")))).doesNotContain(opening);
    }

    @Test
    void offers_the_time_given_up_to_others() {
        var times = manage("/times", BIRTH_DATE);
        manage("/move", with(inputs(times), "opening", openings(times).getLast()));
        assertThat(new Guest(port, clinic).openings())
                .anyMatch(opening -> opening.endsWith(visit.startsAt().toString()));
    }

    @Test
    void cancels_frees_the_time_and_tells_it() {
        told(1);
        assertThat(occupied()).isPositive();
        var open = manage("", BIRTH_DATE);
        var fields = with(inputs(open), "reason", Appointment.CancelReason.PATIENT_ILL.code());
        var cancelled = manage("/cancellation", fields);
        assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(303);
        assertThat(visit().status()).isEqualTo(Appointment.Status.CANCELLED);
        assertThat(visit().cancelReason()).isEqualTo(Appointment.CancelReason.PATIENT_ILL);
        assertThat(occupied()).isZero();
        assertThat(told(2))
                .containsExactlyInAnyOrder(Message.Kind.APPOINTMENT_BOOKED, Message.Kind.APPOINTMENT_CANCELLED);
        assertThat(acts()).containsExactlyInAnyOrder("GUEST booked", "GUEST cancelled");
        assertThat(guest.get("/manage/" + token + "/appointment.ics").body()).contains("STATUS:CANCELLED");

        assertThat(manage("/cancellation", fields).status()).as("sent twice").isLessThan(400);
        assertThat(acts()).hasSize(2);
    }

    @Test
    void asks_why_before_it_cancels() {
        var open = manage("", BIRTH_DATE);
        var refused = manage("/cancellation", inputs(open));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(visit().status()).isEqualTo(Appointment.Status.BOOKED);
    }

    @Test
    void changes_nothing_by_being_opened() {
        told(1);
        var before = visit();
        for (var act : List.of("", "?done=moved", "/times", "/move", "/cancellation", "/appointment.ics")) {
            assertThat(guest.get("/manage/" + token + act).status()).as(act).isIn(200, 404, 405);
        }
        assertThat(guest.get("/booked/" + token).status()).isEqualTo(200);
        assertThat(visit()).isEqualTo(before);
        assertThat(acts()).containsExactly("GUEST booked");
        assertThat(told(1)).hasSize(1);
    }

    private static List<String> pages(String link) {
        return Stream.of("/booked/" + link, "/manage/" + link, "/manage/" + link + "/appointment.ics")
                .toList();
    }

    private void leadsNowhere(Guest who, String link, int status) {
        for (var page : pages(link)) {
            nothingOf(who.get(page), page, page.endsWith(".ics") ? 404 : status);
        }
        for (var act : List.of("", "/times", "/move", "/cancellation")) {
            nothingOf(who.post("/manage/" + link + act, BIRTH_DATE), act, status);
        }
    }

    private void nothingOf(Answer answer, String page, int status) {
        assertThat(answer.status()).as(page).isEqualTo(status);
        assertThat(answer.body())
                .as(page)
                .contains("Emergency?", "<h1")
                .doesNotContain("Zelda", "1988", visit.id().toString(), "11:00", "Exception");
    }

    @Test
    void says_kindly_that_it_has_expired_and_shows_nothing_of_the_visit() {
        clock.set(visit.endsAt().plus(Duration.ofDays(8)));
        leadsNowhere(guest, token, 410);
        assertThat(guest.get("/manage/" + token).body()).contains("This link has expired");
    }

    @Test
    void does_not_work_when_a_letter_is_changed_lost_or_added() {
        for (int at : new int[] {2, 20, 40, 55}) {
            var other = token.charAt(at) == 'A' ? 'B' : 'A';
            leadsNowhere(guest, token.substring(0, at) + other + token.substring(at + 1), 404);
        }
        leadsNowhere(guest, token.substring(0, token.length() - 3), 404);
        leadsNowhere(guest, token + "AAAA", 404);
    }

    @Test
    void does_not_work_at_another_practice() {
        leadsNowhere(new Guest(port, clinics.byPhone("America/New_York")), token, 404);
        assertThat(visit()).isEqualTo(visit);
    }
}
