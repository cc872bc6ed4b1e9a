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
    static final int PORT = Integer.getInteger("port", 18080);

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

    /// As a power cut of the application alone.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Stops the database without any goodbye and starts it again on its port.
    void crashDatabase() throws IOException, InterruptedException {
        var cluster = data.resolve("postgresql");
        var server = Path.of("/proc/" + Processes.postgres(data).getFirst() + "/exe").toRealPath();
        var owner = Files.getOwner(cluster).getName();
        var command = new ArrayList<String>();
        if (!owner.equals(System.getProperty("user.name"))) {
            command.addAll(List.of("setpriv", "--reuid", owner, "--regid", owner, "--clear-groups"));
        }
        command.addAll(List.of(
                server.resolveSibling("pg_ctl").toString(), "restart", "-D", cluster.toString(), "-m", "immediate", "-w",
                "-l", cluster.resolve("server.log").toString()));
        int status = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("crash.log").toFile())
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("the database does not restart; see " + data.resolve("crash.log"));
        }
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
