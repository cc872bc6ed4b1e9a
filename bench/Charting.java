import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// What charting costs: a needle reported by a device of a signed-in practitioner, beside raw SQL that writes the same rows,
/// and opening the chart of somebody who has been here a thousand times: CPU, statements, bytes.
final class Charting {
    static final int PAST_VISITS = 1_000;
    private static final int NEEDLES = 6;
    private static final int SESSIONS = 16;
    private static final int EVENTS = 3_000;
    private static final int OPENINGS = 200;
    private static final String PLACE = "/p/" + Clinic.SLUG;
    private static final Pattern VISIT = Pattern.compile("<li><a href=\"[^\"]*/appointments/[0-9a-f-]{36}\"");
    private static final Pattern EARLIER = Pattern.compile("<a rel=\"next\" href=\"([^\"]+)\"");

    private final Application application;
    private final Clinic clinic;
    private final Desk practitioner;

    Charting(Application application, Clinic clinic, Desk practitioner) {
        this.application = application;
        this.clinic = clinic;
        this.practitioner = practitioner;
    }

    void run(Path data) throws IOException, InterruptedException, SQLException {
        try (var connection = Clinic.connect(data, clinic.practice)) {
            connection.setAutoCommit(false);
            past(connection);
            for (int i = 0; i <= SESSIONS; i++) {
                open(connection, i);
            }
            connection.commit();
        }
        analyze(data);
        practitioner.signInToChart("/p/" + Clinic.SLUG + "/sessions/" + session(0));
        events(data);
        charts(data);
        weights();
    }

    private static void analyze(Path data) throws IOException, SQLException {
        try (var connection = Clinic.superuser(data)) {
            Clinic.run(connection, "analyze scheduling.appointment, charting.session, charting.ledger_event");
        }
    }

    private void events(Path data) throws IOException, InterruptedException, SQLException {
        System.out.println("Needles going in, each reported by a device in its own transaction, beside raw SQL of the same rows");
        rate(1, EVENTS / 3); // the JVM warms up
        for (int clients : new int[] {1, 16}) {
            double rawBefore = raw(data, clients).rate();
            double before = application.cpuSeconds();
            double rate = rate(clients, EVENTS);
            double cpu = (application.cpuSeconds() - before) * 1000 / EVENTS;
            var raw = raw(data, clients);
            System.out.printf("  %2d clients: %.0f a second, %.2f CPU ms each; raw %.0f and %.0f a second, %.2f CPU ms; ratio %.2f, of CPU %.1f%n",
                    clients, rate, cpu, rawBefore, raw.rate(), raw.cpu(), rate * 2 / (rawBefore + raw.rate()), cpu / raw.cpu());
        }
        var session = session(SESSIONS);
        var device = UUID.randomUUID();
        var number = new AtomicInteger(1);
        int version = practitioner.version(session);
        int statements = StatementLog.fewest(data, () -> practitioner.charts(session, device, number.getAndIncrement(), version));
        System.out.printf("  %d statements a report%n", statements);
        double flags = flags(data);
        System.out.printf("  (flagged, because nobody was screened: %.1f flags a needle)%n%n", flags);
    }

    /// Events a second, and CPU ms of the database for each.
    private record Raw(double rate, double cpu) {}

    private Raw raw(Path data, int clients) throws IOException, InterruptedException {
        double before = application.cpuSeconds();
        double rate = Pgbench.perSecond(data, clients, EVENTS, "raw-event.sql", "practice=" + clinic.practice);
        return new Raw(rate, (application.cpuSeconds() - before) * 1000 / EVENTS);
    }

    private double flags(Path data) throws IOException, SQLException {
        try (var connection = Clinic.superuser(data);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select (select count(*) from charting.flag)::float8
                               / (select count(*) from charting.ledger_event where kind = 'inserted' and session_id::text like 'd2%')
                        """)) {
            rows.next();
            return rows.getDouble(1);
        }
    }

    private double rate(int clients, int events) throws InterruptedException {
        var left = new AtomicInteger(events);
        var stored = new AtomicInteger();
        long begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            for (int i = 0; i < clients; i++) {
                var session = session(i + 1);
                var device = UUID.randomUUID();
                threads.submit(() -> {
                    int version = practitioner.version(session);
                    for (int number = 1; left.getAndDecrement() > 0; number++) {
                        if (practitioner.charts(session, device, number, version + number - 1)) {
                            stored.incrementAndGet();
                        }
                    }
                    return null;
                });
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (stored.get() < events) {
            System.out.printf("  (%d of %d were stored)%n", stored.get(), events);
        }
        return stored.get() / seconds;
    }

    private void charts(Path data) throws IOException, InterruptedException, SQLException {
        System.out.printf("Opening the chart of a patient with %d past visits (CPU ms of application and database; statements)%n", PAST_VISITS);
        var patient = PLACE + "/patients/" + Clinic.patient(0);
        cost(data, "visit", PLACE + "/appointments/" + visit(0));
        cost(data, "session", PLACE + "/sessions/" + session(0));
        cost(data, "note", PLACE + "/appointments/" + visit(0) + "/note");
        cost(data, "pain", patient + "/outcomes");
        cost(data, "patient", patient);
        all(data, patient);
        System.out.println();
    }

    private void cost(Path data, String name, String path) throws IOException, InterruptedException, SQLException {
        int bytes = 0;
        for (int i = 0; i < OPENINGS; i++) {
            bytes = practitioner.get(path).length();
        }
        double before = application.cpuSeconds();
        for (int i = 0; i < OPENINGS; i++) {
            practitioner.get(path);
        }
        double cpu = (application.cpuSeconds() - before) * 1000 / OPENINGS;
        int statements = StatementLog.fewest(data, () -> practitioner.get(path));
        System.out.printf("  %-8s %6.1f ms, %3d statements   (%d kB)%n", name, cpu, statements, bytes / 1000);
    }

    private void all(Path data, String first) throws IOException, InterruptedException, SQLException {
        int visits = visits(first);
        double before = application.cpuSeconds();
        for (int i = 0; i < OPENINGS / 10; i++) {
            visits(first);
        }
        double cpu = (application.cpuSeconds() - before) * 1000 / (OPENINGS / 10);
        System.out.printf("  all %d visits, page by page: %.1f ms, %d statements%n",
                visits, cpu, StatementLog.fewest(data, () -> visits(first)));
    }

    /// How many stand on all pages.
    private int visits(String first) throws IOException, InterruptedException {
        int visits = 0;
        for (var next = first; next != null; ) {
            var page = practitioner.get(next);
            visits += (int) VISIT.matcher(page).results().count();
            var earlier = EARLIER.matcher(page);
            next = earlier.find() ? earlier.group(1).replace("&amp;", "&") : null;
        }
        return visits;
    }

    private void weights() throws IOException, InterruptedException {
        System.out.println("Bytes of a page with all that it loads, as it is and as it is sent (kB)");
        PageWeight.print(practitioner, "session", PLACE + "/sessions/" + session(0));
        PageWeight.print(practitioner, "patient", PLACE + "/patients/" + Clinic.patient(0));
        System.out.println();
    }

    /// A visit a week until yesterday, each with its session, its needles in and out, counted and closed, and its pain.
    private void past(Connection connection) throws SQLException {
        Clinic.run(connection, """
                insert into scheduling.appointment (practice_id, id, status, service_id, service_name, modality, price_cents, currency,
                    practitioner_id, location_id, patient_id, local_start, zone, starts_at, ends_at, booked_at, changed_at)
                select ?, ('d0000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'completed', ?, '{"en":"Bench","es":"Bench"}',
                    'in-person', 10000, 'USD', ?, ?, ?, at at time zone 'America/Chicago', 'America/Chicago', at, at + interval '30 minutes', at, at
                  from generate_series(1, %d) n
                 cross join lateral (select date_trunc('hour', now()) - n * interval '7 days' as at) t
                """.formatted(PAST_VISITS), clinic.practice, clinic.service, Clinic.practitioner(0), clinic.location, Clinic.patient(0));
        Clinic.run(connection, """
                insert into charting.session (practice_id, id, visit_id, patient_id, practitioner_id, standing, opened_at, changed_at)
                select practice_id, id, id, patient_id, practitioner_id, 'closed', starts_at, ends_at
                  from scheduling.appointment where practice_id = ? and patient_id = ? and status = 'completed'
                """, clinic.practice, Clinic.patient(0));
        event(connection, "opened", 1, "'practitioner', s.practitioner_id");
        for (int needle = 0; needle < NEEDLES; needle++) {
            var id = "'needle', overlay(s.id::text placing 'e%d' from 1 for 2)".formatted(needle);
            event(connection, "inserted", 2 + needle * 2, id + """
                    , 'placement', jsonb_build_object('muscle', 'trapezius-upper', 'side', 'R', 'diameterUm', 250, 'lengthMm', 40,
                        'technique', 'deep-static', 'tissue', 'muscle', 'knowledge', 'bench')""");
            event(connection, "removed", 3 + needle * 2, id);
        }
        var all = new StringBuilder();
        for (int needle = 0; needle < NEEDLES; needle++) {
            all.append(needle == 0 ? "" : ", ").append("overlay(s.id::text placing 'e%d' from 1 for 2)".formatted(needle));
        }
        event(connection, "closed", 2 + NEEDLES * 2, "'seen', '{}'::jsonb, 'needles', jsonb_build_array(" + all + ")");
    }

    private void event(Connection connection, String kind, int number, String body) throws SQLException {
        Clinic.run(connection, """
                insert into charting.ledger_event (practice_id, id, session_id, device_id, number, kind, body, happened_at, recorded_at, recorded_by)
                select s.practice_id, gen_random_uuid(), s.id, s.id, %d, '%s', jsonb_build_object('v', 1, 'kind', '%s', %s), s.opened_at, s.opened_at, s.practitioner_id
                  from charting.session s
                 where s.practice_id = ? and s.patient_id = ? and s.standing = 'closed'
                """.formatted(number, kind, kind, body), clinic.practice, Clinic.patient(0));
    }

    /// A session that is open now.
    private void open(Connection connection, int i) throws SQLException {
        Clinic.run(connection, """
                insert into scheduling.appointment (practice_id, id, status, service_id, service_name, modality, price_cents, currency,
                    practitioner_id, location_id, patient_id, local_start, zone, starts_at, ends_at, booked_at, changed_at)
                values (?, ?, 'in-session', ?, '{"en":"Bench","es":"Bench"}', 'in-person', 10000, 'USD', ?, ?, ?,
                    now() at time zone 'America/Chicago', 'America/Chicago', now(), now() + interval '30 minutes', now(), now())
                """, clinic.practice, visit(i), clinic.service, Clinic.practitioner(i), clinic.location, Clinic.patient(i));
        Clinic.run(connection, """
                insert into charting.session (practice_id, id, visit_id, patient_id, practitioner_id, standing, opened_at, changed_at)
                values (?, ?, ?, ?, ?, 'open', now(), now())
                """, clinic.practice, session(i), visit(i), Clinic.patient(i), Clinic.practitioner(i));
    }

    private static UUID visit(int i) {
        return UUID.fromString("d1000000-0000-7000-8000-%012x".formatted(i));
    }

    private static UUID session(int i) {
        return UUID.fromString("d2000000-0000-7000-8000-%012x".formatted(i));
    }
}
