package org.needlepoint.scheduling.zones;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needlepoint.audit.Actor;
import org.needlepoint.frontdoor.web.Staff;
import org.needlepoint.identity.Role;
import org.needlepoint.patients.Demographics;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Appointment.CancelReason;
import org.needlepoint.scheduling.BookAppointment;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.Booking;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.CancelAppointment;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.FindOpenings;
import org.needlepoint.scheduling.HoldOpening;
import org.needlepoint.scheduling.HoldOpening.Holding;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.scheduling.Segment;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MaintenanceConnection;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Visits that were booked while New York was to keep summer time for ever: what is stored is an hour too early by the
/// rules of now. It is Wednesday, 2 December 2026.
@IntegrationTest
class ZoneRulesThatChangeIT {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 3);
    private static final Instant TEN = Instant.parse("2026-12-03T15:00:00Z");
    private static final int HOUR = 3600;
    private static final Actor STAFF = Actor.account(new UUID(7, 7));
    private static final Demographics ANA =
            new Demographics("Ana Núñez", LocalDate.of(1984, 2, 29), "+14105550123", null, Locale.ENGLISH);

    @Autowired
    Clinic clinics;

    @Autowired
    PracticeFixture practices;

    @Autowired
    BookAppointment bookAppointment;

    @Autowired
    CancelAppointment cancelAppointment;

    @Autowired
    HoldOpening holdOpening;

    @Autowired
    FindOpenings findOpenings;

    @Autowired
    Calendar calendar;

    @Autowired
    RederiveTimes rederiveTimes;

    @Autowired
    Staff staff;

    @LocalServerPort
    int port;

    @Autowired
    MaintenanceConnection maintenance;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private Clinic.Opened clinic;

    @BeforeEach
    void openClinic() {
        clock.set(MovableClock.START);
        clinic = clinics.inPerson("America/New_York", Segment.handsOn(10), Segment.needlesIn(15), Segment.handsOn(5));
    }

    private Appointment booked(Instant start) {
        var wish = new BookAppointment.Wish(clinic.service(), clinic.practitioner(), clinic.location(), start);
        var booking =
                clinic.in(() -> bookAppointment.now(clinic.id(), wish, new Who.Guest(ANA), PainReport.NONE, STAFF));
        assertThat(booking).isInstanceOf(Booking.Booked.class);
        return ((Booking.Booked) booking).appointment();
    }

    /// Booked for that instant as it is now, and stored as it was then: an hour earlier.
    private Appointment bookedUnderOldRules(Instant start) throws SQLException {
        var visit = booked(start);
        for (var table : List.of("appointment where id", "occupancy where appointment_id")) {
            maintenance.run(
                    ("update scheduling." + table + " = '" + visit.id() + "'")
                            .replace(
                                    " where",
                                    " set starts_at = starts_at - interval '1 hour', ends_at = ends_at - interval '1 hour' where"));
        }
        return visit;
    }

    private List<RederivedVisit> rederive() {
        return clinic.in(() -> rederiveTimes.rederive(clinic.id()));
    }

    private Appointment now(Appointment visit) {
        return clinic.in(() -> calendar.find(clinic.id(), visit.id())).orElseThrow();
    }

    /// Kind, lane and start of what a visit takes.
    private List<String> taken(Appointment visit) {
        return practices.in(
                clinic.id(),
                () -> jdbc.sql("""
                        select resource_kind || ' ' || lane || ' ' || to_char(starts_at at time zone 'UTC', 'HH24:MI')
                          from scheduling.occupancy
                         where practice_id = :practice
                           and appointment_id = :visit
                         order by 1
                        """)
                        .param("practice", clinic.id().value())
                        .param("visit", visit.id().value())
                        .query(String.class)
                        .list());
    }

    @Test
    void keep_the_promised_time_and_take_its_place() throws SQLException {
        var visits = List.of(
                bookedUnderOldRules(TEN),
                bookedUnderOldRules(TEN.plusSeconds(HOUR / 2)),
                bookedUnderOldRules(TEN.plusSeconds(HOUR)),
                bookedUnderOldRules(TEN.plusSeconds(HOUR + HOUR / 2)));

        var changed = rederive();

        assertThat(changed).hasSize(4).noneMatch(RederivedVisit::collides);
        for (var visit : visits) {
            assertThat(now(visit).startsAt()).isEqualTo(visit.startsAt());
            assertThat(now(visit).endsAt()).isEqualTo(visit.endsAt());
            assertThat(now(visit).localStart()).isEqualTo(visit.localStart());
            assertThat(now(visit).version()).isEqualTo(1);
        }
        assertThat(taken(visits.getFirst()))
                .containsExactly("patient 0 15:00", "practitioner 0 15:00", "practitioner 0 15:25", "room 0 15:00");
        assertThat(openings()).doesNotContainAnyElementsOf(starts(visits)).contains(TEN.minusSeconds(HOUR));
        assertThat(rederive()).isEmpty();
    }

    private List<Instant> openings() {
        var wish = new FindOpenings.Wish(clinic.service(), DAY, DAY, null, null);
        var found = (FindOpenings.Search.Found) clinic.in(() -> findOpenings.find(clinic.id(), wish));
        return found.openings().stream()
                .map(opening -> opening.start().toInstant())
                .toList();
    }

    private static List<Instant> starts(List<Appointment> visits) {
        return visits.stream().map(Appointment::startsAt).toList();
    }

    @Test
    void that_collide_are_kept_and_listed_until_one_of_them_is_moved_or_cancelled() throws SQLException {
        var first = bookedUnderOldRules(TEN);
        var second = booked(TEN);

        assertThat(rederive()).containsExactly(new RederivedVisit(first.id(), TEN.minusSeconds(HOUR), TEN, true));

        assertThat(now(first).startsAt()).isEqualTo(TEN);
        assertThat(now(first).status()).isEqualTo(Appointment.Status.BOOKED);
        assertThat(taken(first)).containsExactly("patient 0 15:00", "practitioner 1 15:00", "practitioner 1 15:25");
        assertThat(now(second)).isEqualTo(second);
        assertThat(collisions()).extracting(RederivedVisit::visit).containsExactly(first.id());
        assertThat(today())
                .contains("/appointments/" + first.id(), "Thursday, December 3, 10:00 AM")
                .contains("since the clock rules changed");

        clinic.in(() -> cancelAppointment.cancel(clinic.id(), first.id(), 1, CancelReason.OTHER, STAFF));
        assertThat(collisions()).isEmpty();
        assertThat(today()).doesNotContain("since the clock rules changed");
    }

    private String today() {
        var desk = staff.signedIn(port, clinic.id(), Role.FRONT_DESK);
        return desk.get("/p/" + clinic.slug() + "/today").body();
    }

    private List<RederivedVisit> collisions() {
        return clinic.in(() -> rederiveTimes.collisions(clinic.id()));
    }

    @Test
    void outrank_a_hold_that_is_in_their_way() throws SQLException {
        var visit = bookedUnderOldRules(TEN);
        var held = (Holding.Held) clinic.in(() -> holdOpening.hold(
                clinic.id(), clinic.service(), clinic.practitioner(), clinic.location(), TEN, "somebody"));

        assertThat(rederive()).noneMatch(RederivedVisit::collides);

        assertThat(now(visit).startsAt()).isEqualTo(TEN);
        assertThat(clinic.in(() -> bookAppointment.fromHold(
                        clinic.id(), held.id(), new Who.Guest(ANA), PainReport.NONE, Actor.GUEST)))
                .isInstanceOf(Booking.HoldExpired.class);
    }

    @Test
    void are_looked_at_once_for_each_edition_of_the_rules() throws SQLException {
        var visit = bookedUnderOldRules(TEN);
        assertThat(Stream.generate(this::underNewRules).limit(2).toList()).containsExactly(1, 0);
        maintenance.run("update scheduling.zone_rules set rules = '1999a' where practice_id = '" + clinic.id() + "'");
        assertThat(underNewRules()).isZero();
        assertThat(now(visit).version()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"ahead, appointment_", "collisions, rederived_visit_collides"})
    void are_found_by_an_index_also_under_row_level_security(String search, String index) {
        var plan = practices.in(clinic.id(), () -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return jdbc.sql("explain " + (search.equals("ahead") ? PromisedVisits.AHEAD : PromisedVisits.COLLISIONS))
                    .param("practice", clinic.id().value())
                    .param("now", PromisedVisits.utc(TEN))
                    .query(String.class)
                    .list();
        });
        assertThat(plan).anyMatch(line -> line.contains(index)).noneMatch(line -> line.contains("Seq Scan"));
    }

    private int underNewRules() {
        return clinic.in(() -> rederiveTimes.underNewRules(clinic.id())).size();
    }
}
