package org.needlepoint.scheduling.zones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.frontdoor.web.Staff;
import org.needlepoint.identity.Role;
import org.needlepoint.patients.Demographics;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Appointment.CancelReason;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Block;
import org.needlepoint.scheduling.Blocking;
import org.needlepoint.scheduling.Blocks;
import org.needlepoint.scheduling.BookAppointment;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.scheduling.Booking;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.CancelAppointment;
import org.needlepoint.scheduling.CancelAppointment.Cancellation;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.scheduling.FindOpenings;
import org.needlepoint.scheduling.HoldOpening;
import org.needlepoint.scheduling.HoldOpening.Holding;
import org.needlepoint.scheduling.MoveAppointment;
import org.needlepoint.scheduling.MoveAppointment.Moving;
import org.needlepoint.scheduling.MoveVisitOn;
import org.needlepoint.scheduling.Overlap;
import org.needlepoint.scheduling.Overlaps;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.scheduling.Place;
import org.needlepoint.scheduling.PlaceAppointment;
import org.needlepoint.scheduling.Placement;
import org.needlepoint.scheduling.Rooms;
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
    private static final List<String> WHOLE =
            List.of("patient 0 15:00", "practitioner 0 15:00", "practitioner 0 15:25", "room 0 15:00");
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
    MoveAppointment moveAppointment;

    @Autowired
    MoveVisitOn moveVisitOn;

    @Autowired
    PlaceAppointment placeAppointment;

    @Autowired
    Overlaps overlaps;

    @Autowired
    Blocks blocks;

    @Autowired
    Rooms rooms;

    @Autowired
    AuditTrail audit;

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

    @AfterEach
    void putTheClockBack() {
        clock.set(MovableClock.START);
    }

    private Booking book(Instant start) {
        var wish = new BookAppointment.Wish(clinic.service(), clinic.practitioner(), clinic.location(), start);
        return clinic.in(() -> bookAppointment.now(clinic.id(), wish, new Who.Guest(ANA), PainReport.NONE, STAFF));
    }

    private Appointment booked(Instant start) {
        var booking = book(start);
        assertThat(booking).isInstanceOf(Booking.Booked.class);
        return ((Booking.Booked) booking).appointment();
    }

    private Appointment bookedUnderOldRules(Instant start) throws SQLException {
        var visit = booked(start);
        beUnderOldRules(visit);
        return visit;
    }

    /// Booked for that instant as it is now, and stored as it was then: an hour earlier.
    private void beUnderOldRules(Appointment visit) throws SQLException {
        for (var table : List.of("appointment where id", "occupancy where appointment_id")) {
            anHourEarlier(table + " = '" + visit.id() + "'");
        }
    }

    private void anHourEarlier(String rows) throws SQLException {
        maintenance.run("update scheduling."
                + rows.replace(
                        " where",
                        " set starts_at = starts_at - interval '1 hour', ends_at = ends_at - interval '1 hour' where"));
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

        assertThat(changed).hasSize(4);
        assertThat(collisions()).isEmpty();
        for (var visit : visits) {
            assertThat(now(visit).startsAt()).isEqualTo(visit.startsAt());
            assertThat(now(visit).endsAt()).isEqualTo(visit.endsAt());
            assertThat(now(visit).localStart()).isEqualTo(visit.localStart());
            assertThat(now(visit).version()).isEqualTo(1);
        }
        assertThat(taken(visits.getFirst())).isEqualTo(WHOLE);
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
    void that_collide_are_listed_until_the_other_makes_room_and_then_take_their_place() throws SQLException {
        var first = bookedUnderOldRules(TEN);
        var second = booked(TEN);

        assertThat(rederive()).containsExactly(new RederivedVisit(first.id(), TEN.minusSeconds(HOUR), TEN));

        assertThat(now(first).startsAt()).isEqualTo(TEN);
        assertThat(now(first).status()).isEqualTo(Appointment.Status.BOOKED);
        assertThat(taken(first)).containsExactly("patient 0 15:00");
        assertThat(now(second)).isEqualTo(second);
        assertThat(collisions()).containsExactly(first.id());
        assertThat(openings()).doesNotContain(TEN);
        assertThat(today())
                .contains("/appointments/" + first.id(), "Thursday, December 3, 10:00 AM")
                .contains("since the clock rules changed");

        move(second, TEN.plusSeconds(HOUR));

        assertThat(taken(first)).isEqualTo(WHOLE);
        assertThat(collisions()).isEmpty();
        assertThat(today()).doesNotContain("since the clock rules changed");
        assertThat(openings()).doesNotContain(TEN, TEN.plusSeconds(HOUR)).contains(TEN.minusSeconds(HOUR));
        assertThat(book(TEN)).isInstanceOf(Booking.Taken.class);
    }

    @Test
    void that_collide_take_their_place_when_the_other_is_cancelled() throws SQLException {
        var first = bookedUnderOldRules(TEN);
        var second = booked(TEN);
        rederive();

        cancel(second);

        assertThat(taken(first)).isEqualTo(WHOLE);
        assertThat(collisions()).isEmpty();
    }

    @Test
    void that_collide_and_are_cancelled_await_nothing_any_more() throws SQLException {
        var first = bookedUnderOldRules(TEN);
        var second = booked(TEN);
        rederive();

        cancel(now(first));
        assertThat(collisions()).isEmpty();

        cancel(second);
        assertThat(taken(first)).isEmpty();
        assertThat(openings()).contains(TEN);
    }

    @Test
    void that_collide_take_what_is_left_when_nobody_came_to_the_other() throws SQLException {
        var first = bookedUnderOldRules(TEN);
        var second = booked(TEN);
        rederive();

        clock.set(TEN.plusSeconds(600));
        clinic.in(() -> moveVisitOn.to(clinic.id(), second.id(), Appointment.Status.NO_SHOW, STAFF));

        assertThat(taken(second)).containsExactly("patient 0 15:00", "practitioner 0 15:00", "room 0 15:00");
        assertThat(taken(first)).containsExactly("patient 0 15:00", "practitioner 0 15:25", "room 0 15:10");
    }

    @Test
    void that_collide_in_part_take_the_rest() throws SQLException {
        var first = bookedUnderOldRules(TEN);
        var second = placed(Place.at(clinic.practitioner(), clinic.location(), TEN.plusSeconds(20 * 60)));

        rederive();
        assertThat(taken(first)).containsExactly("patient 0 15:00", "practitioner 0 15:00", "room 0 15:00");
        assertThat(collisions()).containsExactly(first.id());

        cancel(second);
        assertThat(taken(first))
                .containsExactly(
                        "patient 0 15:00",
                        "practitioner 0 15:00",
                        "practitioner 0 15:25",
                        "room 0 15:00",
                        "room 0 15:20");
    }

    @Test
    void that_collide_with_a_block_take_their_place_when_it_is_removed() throws SQLException {
        var visit = bookedUnderOldRules(TEN);
        var block = block(Block.Kind.PRACTITIONER, clinic.practitioner().value());

        rederive();
        assertThat(taken(visit)).containsExactly("patient 0 15:00", "room 0 15:00");
        assertThat(collisions()).containsExactly(visit.id());

        clinic.in(() -> blocks.remove(clinic.id(), block.id(), STAFF));
        assertThat(taken(visit)).isEqualTo(WHOLE);
        assertThat(collisions()).isEmpty();
    }

    /// Whoever holds has another room; without the practitioner the room is of no use to them.
    @Test
    void end_the_whole_of_a_hold_that_is_in_their_way() throws SQLException {
        var visit = bookedUnderOldRules(TEN);
        clinic.in(() -> rooms.add(clinic.id(), clinic.location(), "Room 2", 2));
        var held = hold();
        maintenance.run("update scheduling.occupancy set resource_id = (select id from scheduling.room where name ="
                + " 'Room 2' and practice_id = '" + clinic.id() + "') where resource_kind = 'room' and hold_id = '"
                + held.id() + "'");

        rederive();

        assertThat(taken(visit)).isEqualTo(WHOLE);
        assertThat(clinic.in(() -> bookAppointment.fromHold(
                        clinic.id(), held.id(), new Who.Guest(ANA), PainReport.NONE, Actor.GUEST)))
                .isInstanceOf(Booking.HoldExpired.class);
    }

    @Test
    void keep_sharing_the_time_that_they_shared_on_purpose() throws SQLException {
        var over = new Overlap(Overlap.Role.SUPERVISED, "student treats");
        clinic.in(() -> rooms.add(clinic.id(), clinic.location(), "Room 2", 2));
        var third = clinic.in(() -> rooms.add(clinic.id(), clinic.location(), "Room 3", 3));
        var under = booked(TEN);
        var place = Place.at(clinic.practitioner(), clinic.location(), TEN).over(over);
        var visit = placed(place);
        beUnderOldRules(visit);
        var another = placed(place.in(third));
        assertThat(taken(another)).contains("practitioner 1 15:00");

        assertThat(rederive()).hasSize(1);

        assertThat(collisions()).isEmpty();
        assertThat(taken(under)).isEqualTo(WHOLE);
        assertThat(taken(visit)).contains("practitioner 2 15:00", "practitioner 2 15:25", "room 0 15:00");
        assertThat(clinic.in(() -> overlaps.between(clinic.id(), DAY, DAY)))
                .containsOnlyKeys(visit.id(), another.id())
                .containsEntry(visit.id(), over);
        assertThat(history(visit)).containsExactly("account 1 student treats", "system 2 student treats");
    }

    /// Who made each version of a visit, on which lane, and why there.
    private List<String> history(Appointment visit) {
        return practices.in(
                clinic.id(),
                () -> jdbc.sql("""
                        select changed_by_kind || ' ' || lane || ' ' || coalesce(overlap_reason, '')
                          from scheduling.appointment_history
                         where practice_id = :practice
                           and appointment_id = :visit
                         order by version
                        """)
                        .param("practice", clinic.id().value())
                        .param("visit", visit.id().value())
                        .query(String.class)
                        .list());
    }

    @Test
    void are_found_by_whoever_asks_what_was_done_to_a_patients_record() throws SQLException {
        var visit = bookedUnderOldRules(TEN);
        rederive();
        assertThat(clinic.in(() -> audit.ofPatient(clinic.id(), visit.patient().value(), 50)))
                .extracting(AuditTrail.Line::action)
                .contains("rederived");
    }

    @Test
    void move_with_the_blocks_beside_them() throws SQLException {
        var visit = bookedUnderOldRules(TEN.minusSeconds(HOUR));
        var block = blockUnderOldRules();

        rederive();

        assertThat(collisions()).isEmpty();
        assertThat(taken(visit)).contains("practitioner 0 14:00");
        assertThat(clinic.in(() -> blocks.between(clinic.id(), DAY, DAY)))
                .extracting(Block::startsAt, Block::endsAt, Block::version)
                .containsExactly(tuple(block.startsAt(), block.endsAt(), 1));
        assertThat(openings()).doesNotContain(TEN, TEN.plusSeconds(HOUR / 2)).contains(TEN.plusSeconds(HOUR));
    }

    @Test
    void are_listed_where_a_block_has_come_to_lie_on_them() throws SQLException {
        var block = blockUnderOldRules();
        var visit = booked(TEN);

        rederive();
        assertThat(collisions()).containsExactly(visit.id());
        assertThat(openings()).doesNotContain(TEN, TEN.plusSeconds(HOUR / 2));

        move(visit, TEN.plusSeconds(HOUR));
        assertThat(collisions()).isEmpty();
        assertThat(openings()).doesNotContain(TEN, TEN.plusSeconds(HOUR / 2));
        assertThat(clinic.in(() -> blocks.remove(clinic.id(), block.id(), STAFF)))
                .isPresent();
        assertThat(openings()).contains(TEN, TEN.plusSeconds(HOUR / 2));
    }

    private Block block(Block.Kind kind, UUID resource) {
        var wanted = new Blocks.Wanted(
                kind, resource, DAY.atTime(10, 0), DAY.atTime(11, 0), ZoneId.of("America/New_York"), "Meeting");
        return ((Blocking.Blocked) clinic.in(() -> blocks.add(clinic.id(), wanted, STAFF))).block();
    }

    /// From ten to eleven, stored as it was then: an hour earlier.
    private Block blockUnderOldRules() throws SQLException {
        var block = block(Block.Kind.PRACTITIONER, clinic.practitioner().value());
        for (var table : List.of("block where id", "occupancy where block_id")) {
            anHourEarlier(table + " = '" + block.id() + "'");
        }
        return block;
    }

    private Appointment placed(Place place) {
        var placement =
                clinic.in(() -> placeAppointment.book(clinic.id(), clinic.service(), new Who.Guest(ANA), place, STAFF));
        assertThat(placement).isInstanceOf(Placement.Placed.class);
        return ((Placement.Placed) placement).appointment();
    }

    private void move(Appointment visit, Instant start) {
        var moving = clinic.in(() -> moveAppointment.move(
                clinic.id(), visit.id(), visit.version(), clinic.practitioner(), clinic.location(), start, STAFF));
        assertThat(moving).isInstanceOf(Moving.Moved.class);
    }

    private void cancel(Appointment visit) {
        var cancellation = clinic.in(
                () -> cancelAppointment.cancel(clinic.id(), visit.id(), visit.version(), CancelReason.OTHER, STAFF));
        assertThat(cancellation).isInstanceOf(Cancellation.Cancelled.class);
    }

    private String today() {
        var desk = staff.signedIn(port, clinic.id(), Role.FRONT_DESK);
        return desk.get("/p/" + clinic.slug() + "/today").body();
    }

    private List<AppointmentId> collisions() {
        return clinic.in(() -> rederiveTimes.collisions(clinic.id()));
    }

    @Test
    void outrank_a_hold_that_is_in_their_way() throws SQLException {
        var visit = bookedUnderOldRules(TEN);
        var held = hold();

        assertThat(rederive()).hasSize(1);

        assertThat(taken(visit)).isEqualTo(WHOLE);
        assertThat(now(visit).startsAt()).isEqualTo(TEN);
        assertThat(clinic.in(() -> bookAppointment.fromHold(
                        clinic.id(), held.id(), new Who.Guest(ANA), PainReport.NONE, Actor.GUEST)))
                .isInstanceOf(Booking.HoldExpired.class);
    }

    private Holding.Held hold() {
        return (Holding.Held) clinic.in(() -> holdOpening.hold(
                clinic.id(), clinic.service(), clinic.practitioner(), clinic.location(), TEN, "somebody"));
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
    @CsvSource({"visits, appointment_", "blocks, block_start"})
    void are_found_by_an_index_also_under_row_level_security(String search, String index) {
        var plan = practices.in(clinic.id(), () -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return jdbc.sql("explain " + (search.equals("visits") ? PromisedVisits.AHEAD : PromisedBlocks.AHEAD))
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
