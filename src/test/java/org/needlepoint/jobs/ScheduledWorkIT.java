package org.needlepoint.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// Work that is planned for a time and claimed by nodes.
@IntegrationTest
class ScheduledWorkIT {
    @Autowired
    Jobs jobs;

    @Autowired
    PracticeFixture practices;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    MovableClock clock;

    /// Of each test alone, so that no other test's work is claimed.
    private final String kind = "test." + UUID.randomUUID();

    private final List<UUID> done = new CopyOnWriteArrayList<>();

    @AfterEach
    void resetClock() {
        clock.set(MovableClock.START);
    }

    private JobRunner node(Consumer<UUID> work) {
        return new JobRunner(jdbc, transaction, clock, List.of(new JobHandler() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void run(PracticeId practice, UUID subject) {
                assertThat(PracticeScope.current()).isEqualTo(Optional.of(practice));
                work.accept(subject);
            }
        }));
    }

    private UUID plan(Instant at) {
        return plan(practices.open("America/New_York").id(), Uuid7.next(), at);
    }

    private UUID plan(PracticeId practice, UUID subject, Instant at) {
        practices.in(practice, () -> {
            jobs.plan(practice, kind, subject, at);
            return subject;
        });
        return subject;
    }

    private record Row(int attempts, Instant runAt, boolean failed) {}

    private List<Row> rows() {
        return PracticeScope.platform(() -> transaction.execute(_ -> jdbc.sql(
                        "select attempts, run_at, failed_at is not null as failed from platform.job where kind = :kind")
                .param("kind", kind)
                .query((rs, _) -> new Row(
                        rs.getInt("attempts"),
                        rs.getObject("run_at", OffsetDateTime.class).toInstant(),
                        rs.getBoolean("failed")))
                .list()));
    }

    @Test
    void is_done_in_its_practices_scope_once_it_is_due_and_not_before() {
        var subject = plan(clock.instant().plusSeconds(60));
        assertThat(node(done::add).runDue()).isZero();
        clock.advance(Duration.ofSeconds(60));
        assertThat(node(done::add).runDue()).isEqualTo(1);
        assertThat(done).containsExactly(subject);
        assertThat(rows()).isEmpty();
    }

    @Test
    void is_done_once_by_two_nodes_at_the_same_moment() throws Exception {
        var practice = practices.open("America/New_York").id();
        var planned = new ArrayList<UUID>();
        for (int i = 0; i < 60; i++) {
            planned.add(plan(practice, Uuid7.next(), clock.instant()));
        }
        try (var threads = Executors.newFixedThreadPool(2)) {
            var runs = Stream.generate(() -> node(done::add))
                    .limit(2)
                    .map(node -> threads.submit(node::runDue))
                    .toList();
            assertThat(runs.get(0).get() + runs.get(1).get()).isEqualTo(60);
        }
        assertThat(done).containsExactlyInAnyOrderElementsOf(planned);
    }

    @Test
    void is_tried_again_after_a_growing_pause_when_it_fails_and_given_up_in_the_end() {
        plan(clock.instant());
        var failing = node(_ -> {
            throw new IllegalStateException("not today");
        });
        var pauses = new ArrayList<Long>();
        for (int attempt = 1; attempt <= 8; attempt++) {
            assertThat(failing.runDue()).isEqualTo(1);
            var row = rows().getFirst();
            assertThat(row.attempts()).isEqualTo(attempt);
            pauses.add(Duration.between(clock.instant(), row.runAt()).toSeconds());
            clock.set(row.runAt());
        }
        assertThat(pauses).containsExactly(8L, 16L, 32L, 64L, 128L, 256L, 512L, 1024L);
        assertThat(rows().getFirst().failed()).isTrue();
        assertThat(failing.runDue()).isZero();
    }

    @Test
    void returns_to_the_others_when_the_node_that_claimed_it_dies() {
        var subject = plan(clock.instant());
        node(_ -> {
                    throw new Died();
                })
                .runDue();
        assertThat(node(done::add).runDue()).isZero();
        clock.advance(Duration.ofMinutes(2));
        assertThat(node(done::add).runDue()).isEqualTo(1);
        assertThat(done).containsExactly(subject);
    }

    private static final class Died extends Error {}

    @Test
    void that_plans_itself_anew_stays_on_the_list() {
        var practice = practices.open("America/New_York").id();
        var later = clock.instant().plusSeconds(300);
        plan(practice, Uuid7.next(), clock.instant());
        node(subject -> transaction.executeWithoutResult(_ -> jobs.plan(practice, kind, subject, later)))
                .runDue();
        assertThat(rows()).containsExactly(new Row(0, later, false));
    }

    @Test
    void that_was_planned_anew_and_claimed_by_another_node_is_not_taken_off_by_the_first() {
        var practice = practices.open("America/New_York").id();
        plan(practice, Uuid7.next(), clock.instant());
        var second = node(_ -> {
            throw new IllegalStateException("fails and is kept for another try");
        });
        node(subject -> {
                    transaction.executeWithoutResult(_ -> jobs.plan(practice, kind, subject, clock.instant()));
                    assertThat(second.runDue()).isEqualTo(1);
                })
                .runDue();
        assertThat(rows()).hasSize(1);
        assertThat(rows().getFirst().attempts()).isEqualTo(1);
    }

    @Test
    void of_an_unknown_kind_is_left_to_nodes_that_know_it() {
        plan(clock.instant());
        var stranger = new JobRunner(jdbc, transaction, clock, List.of());
        assertThat(stranger.runDue()).isZero();
        assertThat(rows().getFirst().attempts()).isZero();
    }
}
