import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// What the database is sent, read from its log. Beginning, ending and the practice's scope are no statements here.
final class StatementLog {
    private static final Pattern SENT = Pattern.compile("LOG:  execute \\S+: (?!BEGIN|COMMIT|ROLLBACK|select set_config)");
    private static final int TRIES = 5;

    private StatementLog() {}

    /// Something to be done that sends statements.
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    /// Statements of the quietest of some tries: jobs of the application send their own now and then.
    static int fewest(Path data, Work work) throws IOException, InterruptedException, SQLException {
        set(data, "alter system set log_statement = 'all'");
        int fewest = Integer.MAX_VALUE;
        try {
            for (int i = 0; i < TRIES; i++) {
                long before = Files.size(log(data));
                work.run();
                fewest = Math.min(fewest, count(data, before));
            }
        } finally {
            set(data, "alter system reset log_statement");
        }
        return fewest;
    }

    private static int count(Path data, long from) throws IOException {
        try (var in = Files.newInputStream(log(data))) {
            in.skipNBytes(from);
            return (int) SENT.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8)).results().count();
        }
    }

    private static Path log(Path data) {
        return data.resolve("postgresql/server.log");
    }

    private static void set(Path data, String setting) throws IOException, InterruptedException, SQLException {
        try (var connection = Clinic.superuser(data)) {
            Clinic.run(connection, setting);
            try (var statement = connection.createStatement()) {
                statement.execute("select pg_reload_conf()");
            }
        }
        TimeUnit.MILLISECONDS.sleep(500); // every connection reads it before its next statement
    }
}
