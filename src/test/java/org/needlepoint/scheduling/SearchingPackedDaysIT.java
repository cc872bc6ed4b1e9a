package org.needlepoint.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.audit.Actor;
import org.needlepoint.patients.Demographics;
import org.needlepoint.scheduling.Appointment.CancelReason;
import org.needlepoint.scheduling.BookAppointment.Who;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// Searches read packed days and a remembered set-up. Both say what bookings and set-up say, whatever was done to them.
@IntegrationTest
class SearchingPackedDaysIT {
    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 20);
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
    HoldOpening holdOpening;

    @Autowired
    MoveAppointment moveAppointment;

    @Autowired
    CancelAppointment cancelAppointment;

    @Autowired
    FindOpenings findOpenings;

    @Autowired
    Services services;

    @Autowired
    Rooms rooms;

    @Autowired
    Occupancies occupancies;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private Clinic.Opened clinic;

    @BeforeEach
    void openClinic() {
        clock.set(MovableClock.START);
        clinic =
                clinics.inPerson("America/Los_Angeles", Segment.handsOn(10), Segment.needlesIn(15), Segment.handsOn(5));
        clinic.in(() -> rooms.add(clinic.id(), clinic.location(), "Room 2", 2));
    }

    @Test
    void packed_days_say_what_the_occupancy_says_after_any_bookings() {
        var seed = Long.getLong("needlepoint.seed", System.nanoTime());
        System.out.println("needlepoint.seed=" + seed);
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var visits = new ArrayList<Appointment>();
        for (int i = 0; i < 60; i++) {
            act(random, visits);
            if (i % 10 == 0) {
                clock.advance(Duration.ofMinutes(random.nextInt(20)));
            }
            assertThat(packed()).as("step %d of seed %d", i, seed).isEqualTo(occupied());
        }
        assertThat(visits).hasSizeGreaterThan(10);
    }

    private void act(RandomGenerator random, List<Appointment> visits) {
        var start = Instant.parse("2026-12-03T17:00:00Z")
                .plus(Duration.ofDays(random.nextInt(8)))
                .plus(Duration.ofMinutes(30L * random.nextInt(16)));
        clinic.in(() -> {
            switch (visits.size() < 5 ? 0 : random.nextInt(4)) {
                case 0 -> {
                    var booking = bookAppointment.now(
                            clinic.id(), clinic.at(start), new Who.Guest(ANA), PainReport.NONE, STAFF);
                    if (booking instanceof Booking.Booked(var visit)) {
                        visits.add(visit);
                    }
                }
                case 1 ->
                    holdOpening.hold(
                            clinic.id(), clinic.service(), clinic.practitioner(), clinic.location(), start, "client");
                case 2 -> {
                    var visit = visits.get(random.nextInt(visits.size()));
                    moveAppointment.move(
                            clinic.id(),
                            visit.id(),
                            visit.version(),
                            clinic.practitioner(),
                            clinic.location(),
                            start,
                            STAFF);
                }
                default -> {
                    var visit = visits.get(random.nextInt(visits.size()));
                    cancelAppointment.cancel(clinic.id(), visit.id(), visit.version(), CancelReason.OTHER, STAFF);
                }
            }
            return null;
        });
    }

    private Map<UUID, List<String>> packed() {
        return written(practices.in(
                clinic.id(), () -> occupancies.taken(clinic.id(), resources(), FIRST, LAST, clock.instant())));
    }

    private Map<UUID, List<String>> occupied() {
        return written(practices.in(
                clinic.id(),
                () -> occupancies.busy(
                        clinic.id(),
                        resources(),
                        FIRST.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        LAST.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                        clock.instant(),
                        null)));
    }

    private List<UUID> resources() {
        var all = new ArrayList<UUID>();
        all.add(clinic.practitioner().value());
        rooms.active(clinic.id()).forEach(room -> all.add(room.id().value()));
        return all;
    }

    private static Map<UUID, List<String>> written(Map<UUID, Spans> taken) {
        var written = new HashMap<UUID, List<String>>();
        taken.forEach((resource, spans) -> {
            var lines = new ArrayList<String>();
            for (int i = 0; i < spans.size(); i++) {
                lines.add(Instant.ofEpochSecond(spans.start(i)) + " to " + Instant.ofEpochSecond(spans.end(i)));
            }
            if (!lines.isEmpty()) {
                written.put(resource, lines);
            }
        });
        return written;
    }

    @Test
    void what_lasts_over_midnight_is_in_both_days() {
        var room = roomTaken("UTC", Instant.parse("2026-12-07T23:10:00Z"), Instant.parse("2026-12-08T02:05:00Z"));
        assertThat(packed())
                .isEqualTo(occupied())
                .containsEntry(room, List.of("2026-12-07T23:10:00Z to 2026-12-08T02:05:00Z"));
    }

    @Test
    void and_whatever_zone_the_database_session_is_in() {
        var night = Instant.parse("2027-03-14T23:00:00Z"); // clocks in Havana go from 0:00 to 1:00 on 14 March
        var room = roomTaken("America/Havana", night, night.plus(Duration.ofHours(2)));
        var day = LocalDate.of(2027, 3, 14);
        assertThat(written(practices.in(
                        clinic.id(),
                        () -> occupancies.taken(clinic.id(), List.of(room), day, day.plusDays(1), clock.instant()))))
                .containsEntry(room, List.of("2027-03-14T23:00:00Z to 2027-03-15T01:00:00Z"));
    }

    /// Lets a visit take its room at another time.
    ///
    /// @param session the time zone of the session that writes
    private UUID roomTaken(String session, Instant from, Instant to) {
        var visit = practices.in(clinic.id(), () -> {
            var booking = bookAppointment.now(
                    clinic.id(),
                    clinic.at(Instant.parse("2026-12-03T17:00:00Z")),
                    new Who.Guest(ANA),
                    PainReport.NONE,
                    STAFF);
            return ((Booking.Booked) booking).appointment();
        });
        return practices.in(clinic.id(), () -> {
            jdbc.sql("select set_config('timezone', :zone, true)")
                    .param("zone", session)
                    .query(String.class)
                    .single();
            return jdbc.sql("""
                        update scheduling.occupancy
                           set starts_at = :from, ends_at = :to
                         where practice_id = :practice
                           and appointment_id = :visit
                           and resource_kind = 'room'
                        returning resource_id
                        """)
                    .param("practice", clinic.id().value())
                    .param("visit", visit.id().value())
                    .param("from", Columns.utc(from))
                    .param("to", Columns.utc(to))
                    .query(UUID.class)
                    .single();
        });
    }

    private FindOpenings.Search search(ServiceId service) {
        var day = LocalDate.of(2026, 12, 7);
        return clinic.in(() ->
                findOpenings.find(clinic.id(), new FindOpenings.Wish(service, day, day, clinic.practitioner(), null)));
    }

    @Test
    void a_service_added_on_another_node_is_found_at_once() {
        search(clinic.service());
        var added = clinic.in(() -> {
            var service = services.add(clinic.id(), Clinic.Plans.phone(20, 20), STAFF);
            services.offer(clinic.id(), new Offer(service, clinic.practitioner(), clinic.location()));
            return service;
        });
        assertThat(search(added))
                .isInstanceOfSatisfying(
                        FindOpenings.Search.Found.class,
                        found -> assertThat(found.openings()).hasSize(24));
    }

    @Test
    void what_was_read_in_a_transaction_that_failed_is_not_remembered() {
        search(clinic.service());
        var thrownAway = clinic.in(() -> transaction.execute(status -> {
            var service = services.add(clinic.id(), Clinic.Plans.phone(20, 20), STAFF);
            services.offer(clinic.id(), new Offer(service, clinic.practitioner(), clinic.location()));
            assertThat(search(service)).isInstanceOf(FindOpenings.Search.Found.class);
            status.setRollbackOnly();
            return service;
        }));
        assertThat(search(thrownAway)).isEqualTo(new FindOpenings.Search.Unknown("service"));
    }
}
