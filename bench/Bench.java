import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// The benchmarks: what a start costs, what the application keeps in memory, what a search for openings costs, how fast it
/// books beside raw SQL that writes the same rows, what charting costs, and what the pain locator costs. CPU seconds of
/// application and database together, ratios within the run; wall times of a loaded machine say little. By name only: a
/// search over years of past visits, and bookings while everything falls over.
final class Bench {
    private static final Path HOME = Path.of(System.getProperty("home"));
    private static final List<String> USUAL = List.of("starts", "pages", "openings", "bookings", "charting", "locating");
    private static final long MOST_PAST = Long.getLong("past", 10_000_000);
    private static final int CRASHES = Integer.getInteger("crashes", 10);
    private static final int BOOKINGS = 4_000;

    private Bench() {}

    /// Runs the parts that are named, or the usual ones; `history` and `crashes` are run only by name.
    public static void main(String[] args) throws Exception {
        var wanted = args.length == 0 ? Set.copyOf(USUAL) : Set.of(args);
        var data = Files.createTempDirectory("needlepoint-bench");
        Files.setPosixFilePermissions(data, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        if (wanted.contains("starts")) {
            starts(data);
        }
        if (wanted.contains("locating")) {
            Locating.lineByLine(HOME);
        }
        if (wanted.contains("crashes")) {
            new Crashes(HOME, data).run(CRASHES);
        }
        if (Collections.disjoint(wanted, Set.of("pages", "openings", "bookings", "charting", "locating", "history"))) {
            return;
        }
        try (var application = Application.start(HOME, data, true)) {
            if (wanted.contains("locating")) {
                Locating.overHttp(application);
            }
            if (Collections.disjoint(wanted, Set.of("pages", "openings", "bookings", "charting", "history"))) {
                return;
            }
            var clinic = Clinic.open(data);
            try (var desk = new Desk(clinic)) {
                desk.signIn();
                if (wanted.contains("pages")) {
                    memory(application, desk);
                }
                if (wanted.contains("openings") || wanted.contains("history")) {
                    var searching = Searching.halfBooked(application, clinic, desk);
                    searching.openings();
                    if (wanted.contains("history")) {
                        searching.history(MOST_PAST);
                    }
                }
                if (wanted.contains("bookings")) {
                    bookings(application, clinic, desk, data);
                }
            }
            if (wanted.contains("charting")) {
                try (var practitioner = new Desk(clinic)) {
                    new Charting(application, clinic, practitioner).run(data);
                }
            }
        }
    }

    private static void starts(Path data) throws IOException, InterruptedException {
        System.out.println("Starts (CPU seconds until the first page, application and database)");
        double first = start(data, true);
        double plain = start(data, false);
        double ahead = start(data, true);
        System.out.printf("  first, with demo data     %6.1f%n", first);
        System.out.printf("  second, no ahead-of-time  %6.1f%n", plain);
        System.out.printf("  second, ahead-of-time     %6.1f   aim 6; ratio %.2f%n%n", ahead, ahead / plain);
    }

    private static double start(Path data, boolean ahead) throws IOException, InterruptedException {
        try (var application = Application.start(HOME, data, ahead)) {
            return application.cpuSeconds();
        }
    }

    private static void memory(Application application, Desk desk) throws IOException, InterruptedException {
        for (int i = 0; i < 20; i++) {
            for (var page : List.of("/", "/p/lakeview", "/p/lakeview/pain", "/p/lakeview/book", "/p/lakeview/today", "/p/lakeview/patients")) {
                desk.get(page);
            }
        }
        System.out.println("Memory after the pages of the journey, twenty times (MiB)");
        System.out.printf("  application, resident     %6.0f   aim 450%n", application.javaMib());
        System.out.printf("  database, private pages   %6.0f%n%n", application.postgresMib());
    }

    private static void bookings(Application application, Clinic clinic, Desk desk, Path data)
            throws IOException, InterruptedException, SQLException {
        clinic.offerAll(data);
        System.out.println("One-step bookings of a signed-in desk beside raw SQL (per second)");
        desk.rate(16, BOOKINGS); // the JVM warms up
        for (int clients : List.of(16, 64)) {
            double rawBefore = raw(data, clinic, clients);
            double before = application.cpuSeconds();
            double app = desk.rate(clients, BOOKINGS);
            double cpu = (application.cpuSeconds() - before) * 1000 / BOOKINGS;
            double rawAfter = raw(data, clinic, clients);
            double rawRate = (rawBefore + rawAfter) / 2;
            System.out.printf("  %d clients: application %.0f (%.2f CPU ms each), raw %.0f and %.0f, ratio %.2f%n",
                    clients, app, cpu, rawBefore, rawAfter, app / rawRate);
        }
    }

    private static double raw(Path data, Clinic clinic, int clients) throws IOException, InterruptedException {
        return Pgbench.perSecond(
                data, clients, BOOKINGS, "raw-booking.sql", "practice=" + clinic.practice, "service=" + clinic.service,
                "location=" + clinic.location, "base=203" + Pgbench.run() + "-01-01 00:00:00+00");
    }
}
