import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// What charting costs: a needle charted through the pages by a signed-in practitioner, and opening the chart of somebody
/// who has been here a thousand times.
final class Charting {
    static final int PAST_VISITS = 1_000;
    private static final int NEEDLES = 6;
    private static final int SESSIONS = 16;
    private static final int EVENTS = 3_000;
    private static final int OPENINGS = 200;

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
            for (int i = 0; i < SESSIONS; i++) {
                open(connection, i);
            }
            connection.commit();
        }
        practitioner.signInToChart("/p/" + Clinic.SLUG + "/sessions/" + session(0));
        events();
        charts();
    }

    private void events() throws IOException, InterruptedException {
        System.out.println("Ledger events, each reported by a device in its own transaction");
        rate(1, EVENTS / 3); // the JVM warms up
        for (int clients : new int[] {1, 16}) {
            double before = application.cpuSeconds();
            double rate = rate(clients, EVENTS);
            double cpu = (application.cpuSeconds() - before) * 1000 / EVENTS;
            System.out.printf("  %2d clients: %.0f a second, %.2f CPU ms each%n", clients, rate, cpu);
        }
        System.out.println();
    }

    private double rate(int clients, int events) throws InterruptedException {
        var left = new AtomicInteger(events);
        var stored = new AtomicInteger();
        long begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            for (int i = 0; i < clients; i++) {
                var session = session(i);
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

    private void charts() throws IOException, InterruptedException {
        System.out.printf("Opening the chart of a patient with %d past visits (CPU ms, application and database)%n", PAST_VISITS);
        cost("visit", "/p/" + Clinic.SLUG + "/appointments/" + visit(0));
        cost("session", "/p/" + Clinic.SLUG + "/sessions/" + session(0));
        cost("patient", "/p/" + Clinic.SLUG + "/patients/" + Clinic.patient(0));
        cost("pain", "/p/" + Clinic.SLUG + "/patients/" + Clinic.patient(0) + "/outcomes");
        System.out.println();
    }

    private void cost(String name, String path) throws IOException, InterruptedException {
        int bytes = 0;
        for (int i = 0; i < OPENINGS; i++) {
            bytes = practitioner.get(path).length();
        }
        double before = application.cpuSeconds();
        for (int i = 0; i < OPENINGS; i++) {
            practitioner.get(path);
        }
        System.out.printf("  %-8s %6.1f   (%d kB)%n", name, (application.cpuSeconds() - before) * 1000 / OPENINGS, bytes / 1000);
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
