import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;

/// A large practice for the benchmarks, made beside those of the demo: many practitioners, open day and night, one
/// half-hour service, one location without rooms.
final class Clinic {
    static final int PRACTITIONERS = 200;
    static final String SLUG = "lakeview";

    final UUID practice;
    final UUID location = UUID.randomUUID();
    final UUID service = UUID.randomUUID();

    private Clinic(UUID practice) {
        this.practice = practice;
    }

    /// A connection as the application role, in the practice's scope.
    static Connection connect(Path data, UUID practice) throws IOException, SQLException {
        var connection = connect(data, "needlepoint_app");
        try (var statement = connection.prepareStatement("select set_config('np.practice', ?, false)")) {
            statement.setString(1, practice.toString());
            statement.execute();
        }
        return connection;
    }

    /// A connection that may switch off triggers.
    static Connection superuser(Path data) throws IOException, SQLException {
        return connect(data, "postgres");
    }

    private static Connection connect(Path data, String role) throws IOException, SQLException {
        var secrets = new Properties();
        try (var in = Files.newBufferedReader(data.resolve("database.secrets"))) {
            secrets.load(in);
        }
        var port = Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/needlepoint", role, secrets.getProperty(role));
    }

    static UUID practiceOf(Path data, String slug) throws IOException, SQLException {
        try (var connection = connect(data, new UUID(0, 0));
                var statement = connection.prepareStatement("select id from platform.practice where slug = ?")) {
            statement.setString(1, slug);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getObject(1, UUID.class);
            }
        }
    }

    /// Adds the practitioners, their hours, the service and one patient to a demo practice.
    static Clinic open(Path data) throws IOException, SQLException {
        var clinic = new Clinic(practiceOf(data, SLUG));
        try (var connection = connect(data, clinic.practice)) {
            connection.setAutoCommit(false);
            clinic.insert(connection);
            connection.commit();
        }
        return clinic;
    }

    private void insert(Connection connection) throws SQLException {
        run(connection, "delete from scheduling.closure where practice_id = ?", practice); // its holidays would refuse bookings
        run(connection, """
                insert into practice.location (practice_id, id, name, street, city, region, postal_code, directions, zone, changed_at)
                values (?, ?, 'Bench', '1 Bench Street', 'Chicago', 'IL', '60657', '{"en":"x","es":"x"}', 'America/Chicago', now())
                """, practice, location);
        run(connection, """
                insert into scheduling.service (practice_id, id, name, description, modality, audience, needling, price_cents, currency,
                    minutes, grid_minutes, minimum_notice_minutes, horizon_days, cancellation_hours, changed_at)
                values (?, ?, '{"en":"Bench","es":"Bench"}', '{"en":"x","es":"x"}', 'in-person', 'both', false, 10000, 'USD',
                    30, 30, 0, 700, 24, now())
                """, practice, service);
        run(connection, """
                insert into scheduling.service_segment (practice_id, service_id, position, presence, minutes)
                values (?, ?, 0, 'hands-on', 30)
                """, practice, service);
        for (int i = 0; i < PRACTITIONERS; i++) {
            run(connection, """
                    insert into patients.patient (practice_id, id, standing, name, name_key, birth_date, email, email_key, changed_at)
                    values (?, ?, 'confirmed', 'Bench Patient', 'bench patient', '1980-01-01', 'bench@example.org', 'bench@example.org', now())
                    """, practice, patient(i));
            run(connection, """
                    insert into credentials.practitioner (practice_id, id, name, credentials, profession, bio, position, changed_at)
                    values (?, ?, 'Bench', 'PT', 'physical-therapist', '{"en":"x","es":"x"}', 100, now())
                    """, practice, practitioner(i));
            for (int weekday = 1; weekday <= 7; weekday++) {
                run(connection, """
                        insert into scheduling.weekly_hours (practice_id, id, practitioner_id, location_id, weekday, opens, closes, effective_from)
                        values (?, gen_random_uuid(), ?, ?, %d, '08:00', '18:00', '2020-01-01')
                        """.formatted(weekday), practice, practitioner(i), location);
            }
            if (i < 20) {
                offer(connection, i);
            }
        }
    }

    /// The id that SQL computes from a number.
    ///
    /// @param kind `b` a practitioner, `c` a patient, as below; others for things of other kinds
    static String id(char kind, String number) {
        return "('%s0000000-0000-7000-8000-' || lpad(to_hex(%s), 12, '0'))::uuid".formatted(kind, number);
    }

    /// The same ids are computed in SQL by the raw benchmark.
    static UUID practitioner(int i) {
        return UUID.fromString("b0000000-0000-7000-8000-%012x".formatted(i));
    }

    static UUID patient(int i) {
        return UUID.fromString("c0000000-0000-7000-8000-%012x".formatted(i));
    }

    /// Lets a practitioner offer the service. At first 20 do, for the search; the rest join for the bookings.
    private void offer(Connection connection, int i) throws SQLException {
        run(connection, """
                insert into scheduling.service_practitioner (practice_id, service_id, practitioner_id, location_id)
                values (?, ?, ?, ?)
                """, practice, service, practitioner(i), location);
    }

    void offerAll(Path data) throws IOException, SQLException {
        try (var connection = connect(data, practice)) {
            connection.setAutoCommit(false);
            for (int i = 20; i < PRACTITIONERS; i++) {
                offer(connection, i);
            }
            connection.commit();
        }
    }

    static void run(Connection connection, String sql, UUID... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
