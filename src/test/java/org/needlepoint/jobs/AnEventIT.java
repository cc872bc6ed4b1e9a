package org.needlepoint.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.shared.PracticeEvent;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.support.TransactionOperations;

/// An event of a practice on its way to a listener.
@IntegrationTest
class AnEventIT {
    @Autowired
    Memory ear;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PracticeFixture practices;

    @Autowired
    Redelivery redelivery;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    MovableClock clock;

    record BellRang(PracticeId practice, UUID bell) implements PracticeEvent {}

    record Heard(UUID bell, Optional<PracticeId> scope, long practicesSeen) {}

    /// What was heard, and how often hearing shall fail before it succeeds.
    static class Memory {
        final List<Heard> heard = new CopyOnWriteArrayList<>();
        final AtomicInteger failures = new AtomicInteger();
        volatile CountDownLatch gate = new CountDownLatch(0);
    }

    /// Hears bells; says whose scope it heard them in and which rows it could see.
    static class Ear {
        private final Memory memory;
        private final JdbcClient jdbc;

        Ear(Memory memory, JdbcClient jdbc) {
            this.memory = memory;
            this.jdbc = jdbc;
        }

        @ApplicationModuleListener
        void on(BellRang event) throws InterruptedException {
            memory.gate.await();
            if (memory.failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                throw new IllegalStateException("this listener fails");
            }
            var seen = jdbc.sql("select count(*) from practice.practice")
                    .query(Long.class)
                    .single();
            memory.heard.add(new Heard(event.bell(), PracticeScope.current(), seen));
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Wiring {
        @Bean
        Memory memory() {
            return new Memory();
        }

        @Bean
        Ear listeningEar(Memory memory, JdbcClient jdbc) {
            return new Ear(memory, jdbc);
        }
    }

    @BeforeEach
    void forget() {
        ear.gate.countDown();
        PracticeScope.platform(() -> transaction.execute(
                _ -> jdbc.sql("delete from platform.event_publication").update()));
        ear.heard.clear();
        ear.failures.set(0);
        clock.set(MovableClock.START);
    }

    private BellRang ring() {
        practices.open("America/New_York");
        var practice = practices.open("America/New_York").id();
        var event = new BellRang(practice, Uuid7.next());
        publish(event);
        return event;
    }

    private void publish(BellRang event) {
        practices.in(event.practice(), () -> {
            events.publishEvent(event);
            return 1;
        });
    }

    private List<String> registered() {
        return PracticeScope.platform(
                () -> transaction.execute(_ -> jdbc.sql("select status from platform.event_publication")
                        .query(String.class)
                        .list()));
    }

    private Heard heardOnceBy(BellRang event) {
        return new Heard(event.bell(), Optional.of(event.practice()), 1);
    }

    @Test
    void is_heard_in_its_practices_scope_and_then_forgotten() {
        var event = ring();
        await().untilAsserted(() -> assertThat(ear.heard).containsExactly(heardOnceBy(event)));
        await().untilAsserted(() -> assertThat(registered()).isEmpty());
    }

    @Test
    void is_registered_with_its_cause_until_it_is_heard() {
        ear.gate = new CountDownLatch(1);
        var event = ring();
        assertThat(registered()).hasSize(1);
        ear.gate.countDown();
        await().untilAsserted(() -> assertThat(ear.heard).containsExactly(heardOnceBy(event)));
        await().untilAsserted(() -> assertThat(registered()).isEmpty());
    }

    @Test
    void falls_with_its_cause() {
        var practice = practices.open("America/New_York").id();
        assertThatThrownBy(() -> practices.in(practice, () -> {
                    events.publishEvent(new BellRang(practice, Uuid7.next()));
                    throw new IllegalArgumentException("the cause fails");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(registered()).isEmpty();
        assertThat(ear.heard).isEmpty();
    }

    @Test
    void that_a_listener_failed_to_hear_is_delivered_again_in_the_same_scope() {
        ear.failures.set(2);
        var event = ring();
        await().untilAsserted(() -> assertThat(registered()).containsExactly("FAILED"));
        redelivery.deliverFailed();
        await().untilAsserted(() -> assertThat(ear.failures).hasValue(0));
        await().untilAsserted(() -> assertThat(registered()).containsExactly("FAILED"));
        redelivery.deliverFailed();
        await().untilAsserted(() -> assertThat(ear.heard).containsExactly(heardOnceBy(event)));
        await().untilAsserted(() -> assertThat(registered()).isEmpty());
    }

    @Test
    void that_is_equal_to_another_is_heard_as_often_as_it_was_published() {
        ear.failures.set(1);
        var event = ring();
        await().untilAsserted(() -> assertThat(registered()).containsExactly("FAILED"));
        publish(event);
        await().untilAsserted(() -> assertThat(ear.heard).hasSize(1));
        await().untilAsserted(() -> assertThat(registered()).containsExactly("FAILED"));
        redelivery.deliverFailed();
        await().untilAsserted(() -> assertThat(ear.heard).hasSize(2));
        await().untilAsserted(() -> assertThat(registered()).isEmpty());
    }

    @Test
    void published_twice_in_one_transaction_is_heard_at_least_twice() {
        var practice = practices.open("America/New_York").id();
        var event = new BellRang(practice, Uuid7.next());
        practices.in(practice, () -> {
            events.publishEvent(event);
            events.publishEvent(event);
            return 1;
        });
        // the registry tells equal events apart by their time alone: when both are heard at the same moment, it may
        // take
        // one of them for unheard, and that one comes again later. Losing one would be the fault.
        await().untilAsserted(() -> assertThat(ear.heard).hasSizeGreaterThanOrEqualTo(2));
    }
}
