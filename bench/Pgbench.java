import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// Raw SQL beside the application, by pgbench on the same database, as the application's role.
final class Pgbench {
    private static final Path HOME = Path.of(System.getProperty("home"));

    /// The embedded server takes 60 connections, the application's among them.
    private static final int MOST = 40;

    private static int runs;

    private Pgbench() {}

    /// The number of the next run: scripts make ids of it.
    static int run() {
        return runs + 1;
    }

    /// Transactions a second.
    ///
    /// @param script  a file of this folder
    /// @param defined `name=value`
    static double perSecond(Path data, int wanted, int transactions, String script, String... defined)
            throws IOException, InterruptedException {
        var secrets = new Properties();
        try (var in = Files.newBufferedReader(data.resolve("database.secrets"))) {
            secrets.load(in);
        }
        var port = Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3).strip();
        runs++;
        int clients = Math.min(wanted, MOST);
        var command = new ArrayList<>(List.of(
                "pgbench", "-n", "-M", "prepared", "-c", Integer.toString(clients), "-j", "2", "-t",
                Integer.toString(transactions / clients), "-f", HOME.resolve("bench").resolve(script).toString(),
                "-D", "i=0", "-D", "clients=" + clients, "-D", "run=" + runs));
        for (var each : defined) {
            command.addAll(List.of("-D", each));
        }
        command.addAll(List.of("-h", "127.0.0.1", "-p", port, "-U", "needlepoint_app", "needlepoint"));
        var builder = new ProcessBuilder(command);
        builder.environment().put("PGPASSWORD", secrets.getProperty("needlepoint_app"));
        var process = builder.redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        var line = output.lines().filter(l -> l.startsWith("tps")).findFirst();
        if (line.isEmpty()) {
            throw new IOException("pgbench: " + output);
        }
        return Double.parseDouble(line.get().replaceAll("tps = ([0-9.]+).*", "$1"));
    }
}
