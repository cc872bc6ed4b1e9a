package org.needlepoint.charting.needling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.ledger.NeedleId;
import org.needlepoint.shared.Laterality;
import org.needlepoint.testing.EmbeddedDatabase;
import org.needlepoint.testing.RunningApplication;
import org.needlepoint.testing.TestData;
import org.needlepoint.testing.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A tablet charts on, sending each tap until it is answered, while the application is killed (SIGKILL) and its
/// database falls over in mid-session.
@Tag("process")
class NeedlingThroughCrashesIT {
    private static final String PRACTICE = "/p/lakeview";
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int NEEDLES = 90;
    /// How many are confirmed before the next misfortune.
    private static final int PEACE = 20;

    private final Semaphore confirmed = new Semaphore(0);

    private Path data;
    private int port;
    private RunningApplication application;

    @BeforeEach
    void start() throws IOException {
        data = TestData.freshFolder();
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        launch();
    }

    @AfterEach
    void stop() {
        application.close();
    }

    private void launch() {
        application =
                RunningApplication.launch("demo", data, port, "--limits", "off").awaitReady();
    }

    @Test
    void every_needle_that_was_confirmed_is_there_and_none_twice() throws Exception {
        var tablet = new Tablet(port, "lakeview", signIn(), openSession());
        var needles = new HashSet<String>();
        var charting = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < NEEDLES; i++) {
                var needle = NeedleId.next();
                var insertion = new LedgerEvent.Inserted(needle, Treatment.in("trapezius-upper", Laterality.R));
                sendUntilAnswered(tablet, tablet.next(insertion, Instant.now()));
                needles.add(needle.toString());
                confirmed.release();
            }
        });
        afterSomePeace();
        application.kill();
        launch();
        afterSomePeace();
        new EmbeddedDatabase(data).crash();
        afterSomePeace();
        assertThat(charting.join(PATIENCE)).as(application.output()).isTrue();

        var entries = new JsonMapper().readTree(tablet.ask().body()).path("entries");
        assertThat(entries.valueStream()
                        .map(it -> it.path("event").path("needle"))
                        .map(JsonNode::asString))
                .hasSize(NEEDLES)
                .containsExactlyInAnyOrderElementsOf(needles);
    }

    private void sendUntilAnswered(Tablet tablet, ObjectNode event) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                if (tablet.send(event).status() == 200) {
                    return;
                }
            } catch (UncheckedIOException e) {
                // the application is away; it comes back
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new IllegalStateException("no answer: " + application.output());
    }

    private void afterSomePeace() throws InterruptedException {
        confirmed.drainPermits();
        assertThat(confirmed.tryAcquire(PEACE, PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("charting goes on: %s", application.output())
                .isTrue();
        LockSupport.parkNanos(new Random().nextLong(Duration.ofMillis(200).toNanos()));
    }

    /// Signs in as a practitioner of the demo, with the code that its page shows.
    private String signIn() {
        var visitor = new Visitor(port);
        visitor.get(PRACTICE + "/sign-in");
        var asked = visitor.post(PRACTICE + "/sign-in", "email", email(), "password", "lakeview-demo-caleb");
        visitor.get(asked.location());
        var code = Pattern.compile(Pattern.quote(email()) + ".*?np-num\">(\\d{6})<", Pattern.DOTALL)
                .matcher(new Visitor(port).get("/demo").body());
        assertThat(code.find()).isTrue();
        var answer = visitor.post(asked.location(), "code", code.group(1));
        assertThat(answer.status()).isIn(302, 303);
        return Objects.requireNonNull(visitor.cookie("np"));
    }

    private static String email() {
        return "caleb@lakeview.example.org";
    }

    /// A session for a visit of the demo that has none.
    private SessionId openSession() throws SQLException {
        var id = UUID.randomUUID();
        try (var connection = new EmbeddedDatabase(data).connect();
                var insert = connection.prepareStatement("""
                insert into charting.session
                  (practice_id, id, visit_id, patient_id, practitioner_id, standing, opened_at, version, changed_at)
                select a.practice_id, ?, a.id, a.patient_id, a.practitioner_id, 'open', now(), 0, now()
                  from scheduling.appointment a
                  join platform.practice p on p.id = a.practice_id
                 where p.slug = 'lakeview'
                   and not exists (select 1
                                     from charting.session s
                                    where s.practice_id = a.practice_id
                                      and s.visit_id = a.id)
                 limit 1
                """)) {
            insert.setObject(1, id);
            assertThat(insert.executeUpdate()).isEqualTo(1);
        }
        return new SessionId(id);
    }
}
