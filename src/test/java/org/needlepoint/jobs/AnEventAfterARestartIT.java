package org.needlepoint.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needlepoint.Needlepoint;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.shared.PracticeEvent;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.needlepoint.testing.PracticeFixture;
import org.needlepoint.testing.TestData;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.support.TransactionOperations;

/// An event whose listener was cut off by the end of the application.
class AnEventAfterARestartIT {
    private static final List<Optional<PracticeId>> HEARD_IN = new CopyOnWriteArrayList<>();
    private static volatile boolean deaf;

    record DoorOpened(PracticeId practice, UUID door) implements PracticeEvent {}

    @TestComponent
    static class Ear {
        @ApplicationModuleListener
        void on(DoorOpened event) {
            if (deaf) {
                throw new IllegalStateException("nobody hears " + event.door());
            }
            HEARD_IN.add(PracticeScope.current());
        }
    }

    @BeforeEach
    void forget() {
        HEARD_IN.clear();
        deaf = true;
    }

    private static ConfigurableApplicationContext start(Path data) {
        return new SpringApplicationBuilder(Needlepoint.class, Ear.class, PracticeFixture.class)
                .run(
                        "--needlepoint.data=" + data,
                        "--needlepoint.cache=" + TestData.cache(),
                        "--server.port=0",
                        "--management.server.port=0");
    }

    private static int update(ConfigurableApplicationContext application, String sql) {
        return PracticeScope.platform(() -> application
                .getBean(TransactionOperations.class)
                .execute(_ -> application.getBean(JdbcClient.class).sql(sql).update()));
    }

    @Test
    void is_heard_in_its_practices_scope_at_the_next_start() {
        var data = TestData.freshFolder();
        PracticeId practice;
        try (var application = start(data)) {
            var fixture = application.getBean(PracticeFixture.class);
            practice = fixture.open("America/New_York").id();
            fixture.in(practice, () -> {
                application.publishEvent(new DoorOpened(practice, Uuid7.next()));
                return 1;
            });
            await().until(() -> update(
                            application,
                            "update platform.event_publication set status = 'PROCESSING' where status = 'FAILED'")
                    == 1);
        }
        deaf = false;
        try (var application = start(data)) {
            await().untilAsserted(() -> assertThat(HEARD_IN).containsExactly(Optional.of(practice)));
            await().until(() -> update(application, "update platform.event_publication set status = status") == 0);
        }
    }
}
