package org.needlepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.needlepoint.testing.EmbeddedDatabase;
import org.needlepoint.testing.RunningApplication;
import org.needlepoint.testing.TestData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Clients that book, and ask again with their key until they are answered, while the application is killed and its
/// database falls over. The benchmarks have a long form.
@Tag("process")
class BookingThroughCrashesIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String API = "/api/v1/p/lakeview/";
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int CLIENTS = 8;
    /// How many are booked before the next misfortune.
    private static final int PEACE = 6;

    private final Queue<Opening> wanted = new ConcurrentLinkedQueue<>();
    private final Queue<Opening> refused = new ConcurrentLinkedQueue<>();
    private final Queue<Booked> booked = new ConcurrentLinkedQueue<>();
    private final Semaphore confirmed = new Semaphore(0);

    private Path data;
    private int port;
    private volatile RunningApplication application;
    private String service;

    /// An opening as the interface lists it.
    private record Opening(String practitioner, String location, String start, String end) {
        static Opening of(JsonNode line) {
            return new Opening(
                    line.get("practitioner").asString(),
                    line.get("location").asString(),
                    line.get("start").asString(),
                    line.get("end").asString());
        }

        boolean isOverBefore(Opening other) {
            return !OffsetDateTime.parse(end).isAfter(OffsetDateTime.parse(other.start));
        }
    }

    /// What a client was promised, and how it had asked.
    private record Booked(Opening opening, String id, String manage, String body, String key) {}

    @BeforeEach
    void start() throws IOException {
        data = TestData.freshFolder();
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        launch();
        service = JSON.readTree(application.get(API + "services").body())
                .get(0)
                .get("id")
                .asString();
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
    void keeps_what_was_confirmed_and_confirms_once_what_it_keeps() throws Exception {
        var openings = apart(openings());
        var forgotten = openings.removeLast();
        long before = count("select count(*) from scheduling.appointment");
        for (var opening : openings) {
            wanted.add(opening);
            wanted.add(opening);
        }
        var hold = id(application.postJson(API + "holds", holdBody(forgotten)));

        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var clients = new ArrayList<Future<?>>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(threads.submit(this::bookWhatIsWanted));
            }
            afterSomePeace();
            application.kill();
            anHourPasses();
            launch();
            afterSomePeace();
            new EmbeddedDatabase(data).crash();
            afterSomePeace();
            wanted.clear();
            for (var client : clients) {
                client.get();
            }
        }

        assertThat(booked.stream().map(Booked::opening)).doesNotHaveDuplicates().containsAll(refused);
        assertThat(count("select count(*) from scheduling.appointment") - before)
                .isEqualTo(booked.size());
        assertThat(count("""
                select count(*)
                  from scheduling.occupancy a
                  join scheduling.occupancy b using (practice_id, resource_id, lane)
                 where a.id < b.id
                   and a.starts_at < b.ends_at
                   and b.starts_at < a.ends_at
                """)).isZero();
        for (var each : booked) {
            assertThat(application.get(each.manage()).statusCode()).isEqualTo(200);
            assertThat(id(application.postJson(API + "appointments", each.body(), each.key())))
                    .isEqualTo(each.id());
        }
        var late = application.postJson(API + "appointments", appointmentBody(hold));
        assertThat(late.statusCode()).as(late.body()).isEqualTo(410);
        assertThat(openings()).contains(forgotten);
    }

    /// Waits until some more are booked, and then for a moment that nobody chose.
    private void afterSomePeace() throws InterruptedException {
        confirmed.drainPermits();
        assertThat(confirmed.tryAcquire(PEACE, PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("bookings go on: %s", application.output())
                .isTrue();
        LockSupport.parkNanos(new Random().nextLong(Duration.ofMillis(300).toNanos()));
    }

    /// Longer than any opening is held.
    private void anHourPasses() throws IOException {
        Files.writeString(data.resolve("demo-clock"), "PT1H");
    }

    private void bookWhatIsWanted() {
        for (var opening = wanted.poll(); opening != null; opening = wanted.poll()) {
            book(opening);
        }
    }

    private void book(Opening opening) {
        while (true) {
            var held = answerTo("holds", holdBody(opening), UUID.randomUUID().toString());
            if (held.statusCode() == 409) {
                refused.add(opening);
                return;
            }
            var body = appointmentBody(id(held));
            var key = UUID.randomUUID().toString();
            var answer = answerTo("appointments", body, key);
            boolean heldInVain = answer.statusCode() == 410;
            if (!heldInVain) {
                var manage =
                        JSON.readTree(answer.body()).get("manage").asString().replaceAll("^https?://[^/]+", "");
                booked.add(new Booked(opening, id(answer), manage, body, key));
                confirmed.release();
                return;
            }
        }
    }

    /// Asks until there is an answer, as a client does that has a key.
    private HttpResponse<String> answerTo(String path, String body, String key) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                var answer = application.postJson(API + path, body, key);
                if (answer.statusCode() < 500) {
                    return answer;
                }
            } catch (UncheckedIOException e) {
                // the application is away; it comes back
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new IllegalStateException("no answer: " + application.output());
    }

    private List<Opening> openings() {
        var from = LocalDate.now(ZoneId.of("America/Chicago")).plusDays(2);
        var answer =
                application.get(API + "openings?service=%s&from=%s&to=%s".formatted(service, from, from.plusDays(60)));
        return JSON.readTree(answer.body()).valueStream().map(Opening::of).toList();
    }

    /// Openings of which none keeps another from being booked.
    private static List<Opening> apart(List<Opening> openings) {
        var apart = new ArrayList<Opening>();
        for (var opening : openings) {
            if (apart.isEmpty() || apart.getLast().isOverBefore(opening)) {
                apart.add(opening);
            }
        }
        return apart;
    }

    private String holdBody(Opening opening) {
        return """
                {"service":"%s","practitioner":"%s","location":"%s","start":"%s"}
                """.formatted(service, opening.practitioner(), opening.location(), opening.start());
    }

    private static String appointmentBody(String hold) {
        return """
                {"hold":"%s","patient":{"name":"Ada Example","birthDate":"1980-02-03","email":"ada@example.org"}}
                """.formatted(hold);
    }

    private static String id(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).get("id").asString();
    }

    private long count(String sql) throws SQLException {
        try (var connection = new EmbeddedDatabase(data).connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
