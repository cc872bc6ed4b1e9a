import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// What the pain locator costs: over HTTP, and line by line on standard input.
final class Locating {
    private static final int CLIENTS = 16;
    private static final int REQUESTS = 20_000;
    private static final int LINES = 100_000;
    private static final List<String> ZONES = List.of(
            "temple", "occiput", "neck-posterior", "neck-base", "suprascapular", "shoulder-anterior", "arm-lateral", "scapula",
            "interscapular", "lumbar", "sacroiliac", "buttock-mid", "hip-lateral", "thigh-posterior", "knee-medial", "calf", "heel");

    private Locating() {}

    /// Drawings of one to four neighbouring marks, always the same.
    private static List<String> drawings() {
        var random = new Random(20261122);
        var drawings = new ArrayList<String>();
        for (int i = 0; i < 500; i++) {
            var marks = new ArrayList<String>();
            int first = random.nextInt(ZONES.size());
            for (int m = 0; m <= random.nextInt(4); m++) {
                marks.add("{\"zone\":\"%s\",\"side\":\"%s\",\"intensity\":%d}".formatted(
                        ZONES.get((first + m) % ZONES.size()), random.nextInt(5) == 0 ? "B" : "R", 3 + random.nextInt(7)));
            }
            drawings.add("{\"id\":%d,\"marks\":%s}".formatted(i, marks));
        }
        return drawings;
    }

    static void overHttp(Application application) throws IOException, InterruptedException {
        System.out.println("Pain locator over HTTP, " + CLIENTS + " clients on the same two cores");
        var drawings = drawings();
        try (var client = HttpClient.newBuilder().executor(Executors.newVirtualThreadPerTaskExecutor()).build()) {
            send(client, drawings, REQUESTS); // the JVM warms up
            double before = application.javaCpuSeconds();
            double rate = send(client, drawings, REQUESTS);
            double cpu = (application.javaCpuSeconds() - before) * 1000 / REQUESTS;
            System.out.printf("  answers a second          %6.0f   aim 1500%n", rate);
            System.out.printf("  CPU ms an answer          %6.2f%n%n", cpu);
        }
    }

    private static double send(HttpClient client, List<String> drawings, int requests) throws InterruptedException {
        var left = new AtomicInteger(requests);
        var failed = new AtomicInteger();
        long begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < CLIENTS; i++) {
                threads.submit(() -> {
                    int n;
                    while ((n = left.getAndDecrement()) > 0) {
                        var request = HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + Application.PORT + "/api/v1/pain-locator"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(drawings.get(n % drawings.size())))
                                .build();
                        if (client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() != 200) {
                            failed.incrementAndGet();
                        }
                    }
                    return null;
                });
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (failed.get() > 0) {
            System.out.printf("  (%d of %d were refused)%n", failed.get(), requests);
        }
        return (requests - failed.get()) / seconds;
    }

    static void lineByLine(Path home) throws IOException, InterruptedException {
        System.out.println("`needlepoint locate`, one line after the other in one stream");
        var drawings = drawings();
        var process = new ProcessBuilder(home.resolve("needlepoint").toString(), "locate")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var out = new BufferedOutputStream(process.getOutputStream());
                var in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            long begin = System.nanoTime();
            write(out, drawings.getFirst());
            out.flush();
            in.readLine();
            double start = (System.nanoTime() - begin) / 1e9;
            double before = Processes.cpuSeconds(List.of(process.pid()));
            begin = System.nanoTime();
            var writer = Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; i < LINES; i++) {
                        write(out, drawings.get(i % drawings.size()));
                    }
                    out.flush();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            for (int i = 0; i < LINES; i++) {
                if (in.readLine() == null) {
                    throw new IOException("locate ended after " + i + " answers");
                }
            }
            double rate = LINES / ((System.nanoTime() - begin) / 1e9);
            double cpu = (Processes.cpuSeconds(List.of(process.pid())) - before) * 1000 / LINES;
            writer.join();
            System.out.printf("  first answer after        %6.2f s%n", start);
            System.out.printf("  lines a second            %6.0f   aim 5000%n", rate);
            System.out.printf("  CPU ms a line             %6.3f%n", cpu);
            System.out.printf("  resident, MiB             %6.0f%n%n", Processes.residentMib(process.pid()));
        }
        process.waitFor();
    }

    private static void write(BufferedOutputStream out, String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
