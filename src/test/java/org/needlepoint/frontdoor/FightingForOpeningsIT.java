package org.needlepoint.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.needlepoint.frontdoor.BookingCalls.ANA;
import static org.needlepoint.frontdoor.BookingCalls.appointmentBody;
import static org.needlepoint.frontdoor.BookingCalls.holdBody;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.frontdoor.BookingCalls.Answer;
import org.needlepoint.scheduling.Clinic;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Many clients want few openings at the same time, over HTTP.
@IntegrationTest
class FightingForOpeningsIT {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 3);
    private static final int CLIENTS = 64;
    private static final int ATTEMPTS = 10_000;
    private static final int ALTERNATIVES = 3;

    @LocalServerPort
    int port;

    @Autowired
    Clinic clinics;

    @Autowired
    PracticeFixture practices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private Clinic.Opened clinic;

    @BeforeEach
    void openClinic() {
        clock.set(MovableClock.START);
        clinic = clinics.withPairs("America/New_York", DAY, 5);
    }

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    /// An opening: with whom, and when.
    private record Wanted(String practitioner, String start) {
        static Wanted of(JsonNode opening) {
            return new Wanted(
                    opening.get("practitioner").asString(), opening.get("start").asString());
        }
    }

    /// What a client asked for and was told.
    ///
    /// @param first    before the request left for the first time, in nanoseconds
    /// @param sent     before it left for the last time: a busy server asks to come again
    /// @param answered after its answer was there
    private record Attempt(Wanted wanted, long first, long sent, long answered, Answer answer) {
        boolean won() {
            return answer.status() == 201;
        }

        List<Wanted> alternatives() {
            return answer.json()
                    .get("alternatives")
                    .valueStream()
                    .map(Wanted::of)
                    .toList();
        }
    }

    @Test
    void of_sixty_four_clients_who_want_a_hundred_openings_a_hundred_times_each_opening_goes_to_one() {
        var openings = openings();
        assertThat(openings).hasSize(100);
        var booked = new ConcurrentLinkedQueue<Answer>();
        var attempts = fight(openings, booked);

        var winners = new HashMap<Wanted, Attempt>();
        for (var attempt : attempts) {
            if (attempt.won()) {
                assertThat(winners.put(attempt.wanted(), attempt))
                        .as("given twice: %s", attempt.wanted())
                        .isNull();
            }
        }
        assertThat(attempts).hasSize(ATTEMPTS);
        assertThat(winners.keySet()).containsExactlyInAnyOrderElementsOf(openings);
        assertThat(booked).hasSize(100).allMatch(answer -> answer.status() == 201);
        assertThat(openings()).isEmpty();
        assertThat(appointments()).isEqualTo(100);
        assertThat(overlaps()).isZero();
        losersWereToldWhatWasFree(attempts, winners);
    }

    /// Each opening in turn is what all clients want at once; some already go for the next ones.
    private Collection<Attempt> fight(List<Wanted> openings, Collection<Answer> booked) {
        var seed = Long.getLong("needlepoint.seed", System.nanoTime());
        System.out.println("needlepoint.seed=" + seed);
        var next = new AtomicInteger();
        var attempts = new ConcurrentLinkedQueue<Attempt>();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var running = new ArrayList<java.util.concurrent.Future<?>>();
            for (int i = 0; i < CLIENTS; i++) {
                var client = client(i);
                var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed + i);
                running.add(threads.submit(() -> {
                    for (int n = next.getAndIncrement(); n < ATTEMPTS; n = next.getAndIncrement()) {
                        attempts.add(attempt(client, openings.get(around(n, openings.size(), random)), booked));
                    }
                }));
            }
            for (var each : running) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return attempts;
    }

    private static int around(int attempt, int openings, RandomGenerator random) {
        return (attempt / (ATTEMPTS / openings) + random.nextInt(3)) % openings;
    }

    private Attempt attempt(BookingCalls client, Wanted wanted, Collection<Answer> booked) {
        var body = holdBody(clinic.service(), wanted.practitioner(), clinic.location(), wanted.start());
        long first = System.nanoTime();
        var attempt = insist(client, "/holds", body, wanted, first);
        assertThat(attempt.answer().status()).as(attempt.answer().text()).isIn(201, 409);
        if (attempt.won()) {
            var visit = appointmentBody(attempt.answer().id(), ANA);
            booked.add(insist(client, "/appointments", visit, wanted, first).answer());
        }
        return attempt;
    }

    private static Attempt insist(BookingCalls client, String path, String body, Wanted wanted, long first) {
        var key = UUID.randomUUID().toString();
        while (true) {
            long sent = System.nanoTime();
            var answer = client.post(path, body, key);
            if (answer.status() != 503) {
                return new Attempt(wanted, first, sent, System.nanoTime(), answer);
            }
        }
    }

    /// An alternative was free if nobody had been told, before the loser asked, that it was theirs. And as many are
    /// named as there were free for certain: those that were asked for only after the loser had the answer.
    private static void losersWereToldWhatWasFree(Collection<Attempt> attempts, Map<Wanted, Attempt> winners) {
        for (var loser : attempts) {
            if (loser.won()) {
                continue;
            }
            var alternatives = loser.alternatives();
            for (var alternative : alternatives) {
                assertThat(winners.get(alternative))
                        .as("%s for who wanted %s", alternative, loser.wanted())
                        .isNotNull()
                        .satisfies(winner -> assertThat(winner.answered() - loser.sent())
                                .as("%s was taken before %s was asked for", alternative, loser.wanted())
                                .isPositive());
            }
            long free = winners.values().stream()
                    .filter(winner -> winner.first() - loser.answered() > 0)
                    .count();
            assertThat(alternatives)
                    .as("for %s", loser.wanted())
                    .doesNotHaveDuplicates()
                    .hasSizeBetween((int) Math.min(ALTERNATIVES, free), ALTERNATIVES);
        }
    }

    /// Somebody with an address of their own, so that the limits of one client are not the limits of all.
    private BookingCalls client(int i) {
        try {
            return new BookingCalls(
                    port, clinic.slug(), InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) (i + 1)}));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Wanted> openings() {
        return new BookingCalls(port, clinic.slug())
                .get("/openings?service=%s&from=%s&to=%s"
                        .formatted(clinic.service(), DAY.minusDays(1), DAY.plusDays(1)))
                .json()
                .valueStream()
                .map(Wanted::of)
                .toList();
    }

    private long appointments() {
        return count("""
                select count(*)
                  from scheduling.appointment
                 where practice_id = :practice
                """);
    }

    private long overlaps() {
        return count("""
                select count(*)
                  from scheduling.occupancy a
                  join scheduling.occupancy b on b.practice_id = :practice and b.resource_id = a.resource_id
                 where a.practice_id = :practice
                   and a.id < b.id
                   and a.starts_at < b.ends_at
                   and b.starts_at < a.ends_at
                """);
    }

    private long count(String sql) {
        return practices.in(
                clinic.id(),
                () -> jdbc.sql(sql)
                        .param("practice", clinic.id().value())
                        .query(Long.class)
                        .single());
    }
}
