import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// Bookings while the application is killed and the database falls over, again and again. Each opening is wanted by two
/// clients at once; each client asks with its key until it is answered.
final class Crashes {
    private static final int CLIENTS = 16;
    private static final int OFFERING = 20;
    /// Bookings between two crashes.
    private static final int PEACE = 100;
    private static final String BASE = "http://127.0.0.1:" + Application.PORT + "/api/v1/p/" + Clinic.SLUG + "/";
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final Path home;
    private final Path data;
    private final Random random = new Random();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong askedAgain = new AtomicLong();
    private final AtomicInteger doubled = new AtomicInteger();
    private final Map<Integer, String> confirmed = new ConcurrentHashMap<>();
    private final Set<Integer> refused = ConcurrentHashMap.newKeySet();
    private final HttpClient client = HttpClient.newBuilder().executor(Executors.newVirtualThreadPerTaskExecutor()).build();

    private volatile boolean goOn = true;

    Crashes(Path home, Path data) {
        this.home = home;
        this.data = data;
    }

    void run(int crashes) throws Exception {
        var application = Application.start(home, data, true);
        try {
            var clinic = Clinic.open(data);
            int kills = 0;
            try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
                var clients = new ArrayList<Future<?>>();
                for (int i = 0; i < CLIENTS; i++) {
                    clients.add(threads.submit(() -> {
                        while (goOn) {
                            book(clinic, next.getAndIncrement() / 2);
                        }
                        return null;
                    }));
                }
                try {
                    for (int i = 0; i < crashes; i++) {
                        peace();
                        if (random.nextBoolean()) {
                            kills++;
                            application.kill();
                            application = Application.start(home, data, true);
                        } else {
                            application.crashDatabase();
                        }
                    }
                    peace();
                } finally {
                    goOn = false;
                }
                for (var each : clients) {
                    each.get();
                }
            }
            report(clinic, kills, crashes - kills);
        } finally {
            application.close();
        }
    }

    private void peace() throws InterruptedException, IOException {
        int enough = confirmed.size() + PEACE;
        for (long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(10); confirmed.size() < enough; ) {
            if (System.nanoTime() > deadline) {
                throw new IOException("nothing is booked any more; see " + data.resolve("bench.log"));
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(1, 200));
        }
    }

    private void book(Clinic clinic, int opening) throws InterruptedException {
        int slot = opening / OFFERING;
        var start = ZonedDateTime.now(Desk.CHICAGO)
                .toLocalDate()
                .plusDays(2 + slot / 20)
                .atTime(8 + slot % 20 / 2, slot % 2 * 30)
                .atZone(Desk.CHICAGO)
                .toOffsetDateTime();
        while (true) {
            var held = insist("holds", """
                    {"service":"%s","practitioner":"%s","location":"%s","start":"%s"}
                    """.formatted(clinic.service, Clinic.practitioner(opening % OFFERING), clinic.location, start));
            if (held.statusCode() == 409) {
                refused.add(opening);
                return;
            }
            var booked = insist("appointments", """
                    {"hold":"%s","patient":{"name":"Bench Crash","birthDate":"1980-02-03","email":"bench@example.org"}}
                    """.formatted(id(held)));
            if (booked.statusCode() == 201) {
                if (confirmed.putIfAbsent(opening, id(booked)) != null) {
                    doubled.incrementAndGet();
                }
                return;
            }
        }
    }

    private static String id(HttpResponse<String> answer) {
        var found = ID.matcher(answer.body());
        if (!found.find()) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return found.group(1);
    }

    private HttpResponse<String> insist(String path, String body) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(BASE + path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
        while (System.nanoTime() < deadline) {
            try {
                var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() < 500) {
                    return answer;
                }
            } catch (IOException e) {
                // the application is away; it comes back
            }
            askedAgain.incrementAndGet();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IllegalStateException("no answer within ten minutes; see " + data.resolve("bench.log"));
    }

    private void report(Clinic clinic, int kills, int databaseCrashes) throws IOException, SQLException {
        System.out.printf("Bookings through %d kills of the application and %d crashes of the database%n", kills, databaseCrashes);
        long kept = count(clinic, "select count(*) from scheduling.appointment where practice_id = ? and service_id = ?", clinic.service);
        long overlaps = count(clinic, """
                select count(*)
                  from scheduling.occupancy a
                  join scheduling.occupancy b using (practice_id, resource_id, lane)
                 where practice_id = ?
                   and a.id < b.id
                   and a.starts_at < b.ends_at
                   and b.starts_at < a.ends_at
                """);
        long lost = 0;
        for (var id : confirmed.values()) {
            lost += 1 - count(clinic, "select count(*) from scheduling.appointment where practice_id = ? and id = ?", UUID.fromString(id));
        }
        long inVain = refused.stream().filter(opening -> !confirmed.containsKey(opening)).count();
        System.out.printf("  confirmed %d, on record %d, lost %d, confirmed twice %d, overlaps %d, refused for nothing %d; asked again %d times%n%n",
                confirmed.size(), kept, lost, doubled.get(), overlaps, inVain, askedAgain.get());
        if (kept != confirmed.size() || lost + doubled.get() + overlaps + inVain > 0) {
            throw new IllegalStateException("bookings were lost, doubled or refused for nothing");
        }
    }

    private long count(Clinic clinic, String sql, UUID... more) throws IOException, SQLException {
        try (var connection = Clinic.connect(data, clinic.practice);
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, clinic.practice);
            for (int i = 0; i < more.length; i++) {
                statement.setObject(2 + i, more[i]);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
