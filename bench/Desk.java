import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// Somebody of the demo's staff, signed in: the front desk booking in one step, a practitioner charting.
final class Desk implements AutoCloseable {
    static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BASE = "http://127.0.0.1:" + Application.PORT;

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).executor(Executors.newVirtualThreadPerTaskExecutor()).build();
    private final AtomicInteger next = new AtomicInteger();
    private final Clinic clinic;
    private final java.util.concurrent.atomic.AtomicBoolean complained = new java.util.concurrent.atomic.AtomicBoolean();
    private String token = "";

    Desk(Clinic clinic) {
        this.clinic = clinic;
    }

    void signIn() throws IOException, InterruptedException {
        signIn("desk");
        readToken("/p/" + Clinic.SLUG + "/patients/" + Clinic.patient(0) + "/booking?service=" + clinic.service);
    }

    /// Signs in a practitioner of the demo.
    ///
    /// @param form a page with a form, to take its token from
    void signInToChart(String form) throws IOException, InterruptedException {
        signIn("caleb");
        readToken(form);
    }

    private void signIn(String who) throws IOException, InterruptedException {
        var path = "/p/" + Clinic.SLUG + "/sign-in";
        readToken(path);
        post(path, "email", who + "@lakeview.example.org", "password", "lakeview-demo-" + who);
        readToken(path + "/code");
        var code = Pattern.compile(who + "@lakeview\\.example\\.org.*?class=\"np-num\">(\\d{6})<", Pattern.DOTALL)
                .matcher(get("/demo"));
        if (!code.find()) {
            throw new IOException("no one-time code on the demo page");
        }
        post(path + "/code", "code", code.group(1));
    }

    /// Charts one needle that goes in, as a device reports it.
    ///
    /// @param device its own for each client, or numbers collide
    boolean charts(UUID session, UUID device, int number, int version) throws IOException, InterruptedException {
        var body = """
                {"device":"%s","events":[{"id":"%s","number":%d,"at":%d,"event":{"v":1,"kind":"inserted","needle":"%s","placement":
                {"muscle":"infraspinatus","side":"R","diameterUm":250,"lengthMm":40,"technique":"deep-static",
                "tissue":"trigger-point","knowledge":"bench"}}}]}""".formatted(
                device, UUID.randomUUID(), number, System.currentTimeMillis(), UUID.randomUUID());
        var request = HttpRequest.newBuilder(URI.create(ledger(session) + "?version=" + version))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 && !complained.getAndSet(true)) {
            System.out.printf("  (first refusal: %d %s)%n", answer.statusCode(), answer.body());
        }
        return answer.statusCode() == 200;
    }

    /// The version of a session, as a device hears it every few seconds.
    int version(UUID session) throws IOException, InterruptedException {
        var found = Pattern.compile("\"version\":(\\d+)").matcher(get(ledger(session).substring(BASE.length()) + "?version=1000000"));
        return found.find() ? Integer.parseInt(found.group(1)) : -1;
    }

    private static String ledger(UUID session) {
        return BASE + "/p/" + Clinic.SLUG + "/sessions/" + session + "/ledger";
    }

    private void readToken(String path) throws IOException, InterruptedException {
        var body = get(path);
        var found = TOKEN.matcher(body);
        if (!found.find()) {
            throw new IOException("no form on " + path + ":\n" + body);
        }
        token = found.group(1);
    }

    String get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(BASE + path)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /// Bytes of an answer as it is sent.
    ///
    /// @param encoding what the client takes: `identity` or `gzip`
    int bytes(String path, String encoding) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(BASE).resolve(path)).header("Accept-Encoding", encoding).build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body().length;
    }

    private int post(String path, String... fields) throws IOException, InterruptedException {
        var body = new StringBuilder("_csrf=").append(encode(token));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(fields[i]).append('=').append(encode(fields[i + 1]));
        }
        var request = HttpRequest.newBuilder(URI.create(BASE + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 3 && !complained.getAndSet(true)) {
            System.out.printf("  (first refusal: %d %s)%n", answer.statusCode(),
                    answer.body().replaceAll("(?s).*role=\"alert\"[^>]*>([^<]*)<.*", "$1").lines().findFirst().orElse(""));
        }
        return answer.statusCode();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Books the next free opening of all; answers whether it was booked.
    private boolean bookNext() throws IOException, InterruptedException {
        int n = next.getAndIncrement();
        int person = n % Clinic.PRACTITIONERS;
        int slot = n / Clinic.PRACTITIONERS;
        var start = ZonedDateTime.now(CHICAGO)
                .toLocalDate()
                .plusDays(2 + slot / 20)
                .atTime(8 + slot % 20 / 2, slot % 2 * 30)
                .atZone(CHICAGO);
        return post(
                        "/p/" + Clinic.SLUG + "/appointments",
                        "patient", Clinic.patient(person).toString(),
                        "service", clinic.service.toString(),
                        "opening", Clinic.practitioner(person) + "|" + clinic.location + "|" + start.toInstant(),
                        "key", UUID.randomUUID().toString())
                == 303;
    }

    /// Books with some clients at once; the result is bookings per second.
    double rate(int clients, int bookings) throws InterruptedException {
        var left = new AtomicInteger(bookings);
        var booked = new AtomicInteger();
        long begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            for (int i = 0; i < clients; i++) {
                threads.submit(() -> {
                    while (left.getAndDecrement() > 0) {
                        if (bookNext()) {
                            booked.incrementAndGet();
                        }
                    }
                    return null;
                });
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (booked.get() < bookings) {
            System.out.printf("  (%d of %d were booked)%n", booked.get(), bookings);
        }
        return booked.get() / seconds;
    }

    @Override
    public void close() {
        client.close();
    }
}
