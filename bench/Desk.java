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

/// The front desk of the demo, signed in, booking in one step.
final class Desk implements AutoCloseable {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("desk@lakeview\\.example\\.org.*?class=\"np-num\">(\\d{6})<", Pattern.DOTALL);
    private static final String BASE = "http://127.0.0.1:" + Application.PORT;

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).executor(Executors.newVirtualThreadPerTaskExecutor()).build();
    private final AtomicInteger next = new AtomicInteger();
    private final Clinic clinic;
    private String token = "";

    Desk(Clinic clinic) {
        this.clinic = clinic;
    }

    void signIn() throws IOException, InterruptedException {
        var path = "/p/" + Clinic.SLUG + "/sign-in";
        readToken(path);
        post(path, "email", "desk@lakeview.example.org", "password", "lakeview-demo-desk");
        readToken(path + "/code");
        var code = CODE.matcher(get("/demo"));
        if (!code.find()) {
            throw new IOException("no one-time code on the demo page");
        }
        post(path + "/code", "code", code.group(1));
        readToken("/p/" + Clinic.SLUG + "/patients/" + Clinic.patient(0) + "/booking?service=" + clinic.service);
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

    private int post(String path, String... fields) throws IOException, InterruptedException {
        var body = new StringBuilder("_csrf=").append(encode(token));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(fields[i]).append('=').append(encode(fields[i + 1]));
        }
        var request = HttpRequest.newBuilder(URI.create(BASE + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
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
