package org.needlepoint.interop.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.identity.Accounts;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignIns;
import org.needlepoint.patients.Demographics;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.BookAppointment;
import org.needlepoint.scheduling.Booking;
import org.needlepoint.scheduling.CancelAppointment;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.MoveAppointment;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A practitioner's calendar at a secret address, from the page that makes it to the program that reads it.
@IntegrationTest
class SubscribingToACalendarIT {
    private static final Instant TEN = Instant.parse("2026-12-03T15:00:00Z");
    private static final Pattern ADDRESS = Pattern.compile("value=\"http://localhost:\\d+(/p/[^\"]+\\.ics)\"");
    private static final Pattern FORM_ID = Pattern.compile("name=\"id\" value=\"([^\"]+)\"");

    @Autowired
    Clinic clinics;

    @Autowired
    BookAppointment bookAppointment;

    @Autowired
    MoveAppointment moveAppointment;

    @Autowired
    CancelAppointment cancelAppointment;

    @Autowired
    Practitioners practitioners;

    @Autowired
    Accounts accounts;

    @Autowired
    SignIns signIns;

    @Autowired
    PracticeFixture practices;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Clinic.Opened clinic;
    private Visitor owner;

    @BeforeEach
    void openClinic() {
        clinic = clinics.byPhone("America/New_York");
        owner = signedIn(Role.OWNER);
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private Visitor signedIn(Role role) {
        var token = practices.in(clinic.id(), () -> {
            var account = accounts.create(
                    clinic.id(),
                    Actor.SYSTEM,
                    new Accounts.NewAccount(
                            "feeds-" + UUID.randomUUID() + "@example.org",
                            "Otis Brandt",
                            "a long pass phrase",
                            "KRSXG5DJNZTSA5DFKRSXG5DJNZTSA5DB",
                            Set.of(role)));
            return signIns.startStaff(clinic.id(), account);
        });
        return new Visitor(port).with("np", token);
    }

    private String pages() {
        return "/p/" + clinic.slug() + "/feeds";
    }

    private Visitor.Answer make(String label, String says) {
        return owner.post(
                pages(),
                "id",
                UUID.randomUUID().toString(),
                "practitioner",
                clinic.practitioner().toString(),
                "label",
                label,
                "says",
                says);
    }

    /// The path of a new feed.
    private String feed(String says) {
        return first(ADDRESS, make("My phone", says).body());
    }

    private static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        assertThat(found.find()).as("%s in the page", pattern).isTrue();
        return found.group(1);
    }

    private Appointment book(Instant start) {
        var who = new BookAppointment.Who.Guest(
                new Demographics("Ana Ruiz", LocalDate.of(1988, 3, 4), null, "ana@example.org", Locale.ENGLISH));
        var wish = new BookAppointment.Wish(clinic.service(), clinic.practitioner(), clinic.location(), start);
        var booking = clinic.in(
                () -> bookAppointment.now(clinic.id(), wish, who, PainReport.NONE, Actor.account(UUID.randomUUID())));
        assertThat(booking).isInstanceOf(Booking.Booked.class);
        return ((Booking.Booked) booking).appointment();
    }

    private Visitor.Answer read(String path, String... headers) {
        return new Visitor(port).get(path, headers);
    }

    @Test
    void p1_says_busy_and_nothing_of_the_patient_unless_initials_were_chosen() {
        book(TEN);
        var busy = read(feed("busy"));
        assertThat(busy.header("content-type")).startsWith("text/calendar");
        assertThat(busy.body())
                .contains("SUMMARY:Busy", "DTSTART;TZID=America/New_York:20261203T100000")
                .doesNotContain("Ana", "Ruiz", "A. R.", "Visit", "ana@");
        assertThat(read(feed("initials")).body())
                .contains("SUMMARY:A. R.")
                .doesNotContain("Ana", "Ruiz", "Visit", "ana@");
    }

    @Test
    void follows_a_visit_that_moves_and_drops_one_that_is_cancelled() {
        var path = feed("busy");
        var visit = book(TEN);
        var moved = (MoveAppointment.Moving.Moved) clinic.in(() -> moveAppointment.move(
                clinic.id(),
                visit.id(),
                visit.version(),
                clinic.practitioner(),
                clinic.location(),
                TEN.plus(Duration.ofHours(1)),
                Actor.account(UUID.randomUUID())));
        assertThat(read(path).body())
                .contains("UID:" + visit.id(), "SEQUENCE:1", ":20261203T110000")
                .doesNotContain(":20261203T100000");
        clinic.in(() -> cancelAppointment.cancel(
                clinic.id(),
                visit.id(),
                moved.appointment().version(),
                Appointment.CancelReason.OTHER,
                Actor.account(UUID.randomUUID())));
        assertThat(read(path).body()).contains("BEGIN:VCALENDAR").doesNotContain("BEGIN:VEVENT");
    }

    @Test
    void is_not_sent_again_while_nothing_has_changed() {
        book(TEN);
        var path = feed("busy");
        var before = read(path);
        assertThat(before.header("cache-control")).isEqualTo("private, no-cache");
        var again = read(path, "If-None-Match", before.header("etag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        book(TEN.plus(Duration.ofHours(2)));
        assertThat(read(path, "If-None-Match", before.header("etag")).status()).isEqualTo(200);
    }

    @Test
    void shows_a_month_back_and_half_a_year_ahead() {
        book(TEN);
        var path = feed("busy");
        clock.set(TEN.plus(Duration.ofDays(29)));
        assertThat(read(path).body()).contains("BEGIN:VEVENT");
        clock.set(TEN.plus(Duration.ofDays(32)));
        assertThat(read(path).body()).doesNotContain("BEGIN:VEVENT");
    }

    @Test
    void ends_when_it_is_revoked() {
        var path = feed("busy");
        assertThat(read(path).status()).isEqualTo(200);
        var id = first(
                Pattern.compile("/feeds/([0-9a-f-]{36})/revocation"),
                owner.get(pages()).body());
        assertThat(owner.post(pages() + "/" + id + "/revocation").status()).isEqualTo(303);
        assertThat(read(path).status()).isEqualTo(404);
        assertThat(owner.get(pages()).body()).contains("No feed yet");
    }

    @Test
    void ends_when_its_practitioner_leaves() {
        var path = feed("busy");
        clinic.in(() -> practitioners.setActive(clinic.id(), clinic.practitioner(), false, Actor.SYSTEM));
        assertThat(read(path).status()).isEqualTo(404);
    }

    @Test
    void leads_nowhere_at_another_practice_or_with_another_secret() {
        var path = feed("busy");
        var elsewhere = clinics.byPhone("America/New_York");
        assertThat(read(path.replace(clinic.slug(), elsewhere.slug())).status()).isEqualTo(404);
        assertThat(read(pages() + "/" + "A".repeat(43) + ".ics").status()).isEqualTo(404);
    }

    @Test
    void is_told_once() {
        var path = feed("busy");
        var token = path.substring(path.lastIndexOf('/') + 1).replace(".ics", "");
        assertThat(owner.get(pages()).body()).contains("My phone").doesNotContain(token);
    }

    @Test
    void is_made_once_by_a_form_that_is_sent_twice() {
        var id = first(FORM_ID, owner.get(pages()).body());
        var fields = new String[] {
            "id", id, "practitioner", clinic.practitioner().toString(), "label", "My phone", "says", "busy"
        };
        assertThat(owner.post(pages(), fields).status()).isEqualTo(200);
        assertThat(owner.post(pages(), fields).status()).isEqualTo(303);
        assertThat(owner.get(pages()).body()).containsOnlyOnce("/revocation");
    }

    @Test
    void asks_for_a_name_and_keeps_what_was_chosen() {
        var answer = make(" ", "initials");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Give the feed a name");
        assertThat(answer.body()).containsPattern("value=\"initials\"[^>]*checked|checked[^>]*value=\"initials\"");
    }

    @Test
    void is_limited_to_four_for_each_practitioner() {
        for (int i = 0; i < 4; i++) {
            assertThat(make("Feed " + i, "busy").status()).isEqualTo(200);
        }
        assertThat(make("One more", "busy").status()).isEqualTo(422);
    }

    @Test
    void is_nobody_elses_to_make_or_revoke() {
        feed("busy");
        var other = signedIn(Role.PRACTITIONER);
        var id = first(
                Pattern.compile("/feeds/([0-9a-f-]{36})/revocation"),
                owner.get(pages()).body());
        assertThat(other.get(pages()).body()).contains("You have no calendar here");
        assertThat(other.post(pages() + "/" + id + "/revocation").status()).isEqualTo(404);
        assertThat(other.post(
                                pages(),
                                "id",
                                UUID.randomUUID().toString(),
                                "practitioner",
                                clinic.practitioner().toString(),
                                "label",
                                "x")
                        .status())
                .isEqualTo(404);
    }
}
