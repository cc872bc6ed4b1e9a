import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The application as a process of its own, started as `./needlepoint demo` starts it.
final class Application implements AutoCloseable {
    static final int PORT = 18080;

    private final Process process;
    private final Path data;

    private Application(Process process, Path data) {
        this.process = process;
        this.data = data;
    }

    /// Starts it and waits for its first page.
    ///
    /// @param ahead whether to use the JVM's ahead-of-time cache
    static Application start(Path home, Path data, boolean ahead) throws IOException, InterruptedException {
        var app = home.resolve("target/app");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC", "-Xmx384m", "-Xss512k"));
        if (ahead && Files.exists(app.resolve("needlepoint.aot"))) {
            command.addAll(List.of("-XX:AOTCache=" + app.resolve("needlepoint.aot"), "-Xlog:aot=off", "-Xlog:cds=off"));
        }
        command.addAll(List.of(
                "-cp", app.resolve("needlepoint.jar").toString(), "org.needlepoint.Needlepoint", "demo",
                "--port", Integer.toString(PORT), "--management-port", Integer.toString(PORT + 1),
                "--data", data.toString(), "--limits", "off"));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("bench.log").toFile())
                .start();
        var started = new Application(process, data);
        started.awaitFirstPage();
        return started;
    }

    private void awaitFirstPage() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + "/p/lakeview")).build();
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
            while (System.nanoTime() < deadline) {
                if (!process.isAlive()) {
                    throw new IOException("the application ended: " + Files.readString(data.resolve("bench.log")));
                }
                try {
                    if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // not listening yet
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
            throw new IOException("no first page within four minutes; see " + data.resolve("bench.log"));
        }
    }

    /// CPU seconds of application and database so far.
    double cpuSeconds() throws IOException {
        var pids = new ArrayList<>(Processes.postgres(data));
        pids.add(process.pid());
        return Processes.cpuSeconds(pids);
    }

    double javaCpuSeconds() {
        return Processes.cpuSeconds(List.of(process.pid()));
    }

    double javaMib() throws IOException {
        return Processes.residentMib(process.pid());
    }

    double postgresMib() throws IOException {
        double total = 0;
        for (long pid : Processes.postgres(data)) {
            total += Processes.privateMib(pid);
        }
        return total;
    }

    Path data() {
        return data;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
