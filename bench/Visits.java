import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/// Visits of the large practice, written by SQL: months ahead half booked, and years that have passed.
final class Visits {
    /// Rows written in one transaction: five days of everybody.
    private static final int BATCH = 5 * 48 * Clinic.PRACTITIONERS;

    private static final String COLUMNS = """
            insert into scheduling.appointment (practice_id, id, status, service_id, service_name, modality, price_cents, currency,
                practitioner_id, location_id, patient_id, local_start, zone, starts_at, ends_at, booked_at, changed_at)
            select ?, %s, '%s', ?, '{"en":"Bench","es":"Bench"}', 'in-person', 10000, 'USD', %s, ?, %s,
                at at time zone 'America/Chicago', 'America/Chicago', at, at + interval '30 minutes', now(), now()
            """;
    private static final String OCCUPY = """
            insert into scheduling.occupancy (practice_id, id, resource_kind, resource_id, starts_at, ends_at, appointment_id)
            select practice_id, gen_random_uuid(), 'practitioner', practitioner_id, starts_at, ends_at, id
              from scheduling.appointment
             where practice_id = ? and status = '%s' and starts_at >= %s and starts_at < %s and service_id = ?
            """;
    /// A UTC day of 48 half hours, as `taken_day` packs it.
    private static final String FULL_DAY = """
            insert into scheduling.taken_day (practice_id, resource_id, day, taken)
            select ?, %s, (now() at time zone 'UTC')::date - day, full_day.taken
              from generate_series(%d, %d) day
             cross join generate_series(0, %d) p
             cross join (select string_agg(int2send((half * 30)::int2) || int2send((half * 30 + 30)::int2), '' order by half) as taken
                           from generate_series(0, 47) half) full_day
            """;

    private final Path data;
    private final Clinic clinic;

    Visits(Path data, Clinic clinic) {
        this.data = data;
        this.clinic = clinic;
    }

    /// Books the first half of every hour of the twenty practitioners who offer the service.
    ///
    /// @param ahead the first day, counted from today
    void bookHalf(int ahead, int days) throws IOException, SQLException {
        try (var connection = Clinic.connect(data, clinic.practice)) {
            connection.setAutoCommit(false);
            Clinic.run(connection, COLUMNS.formatted("gen_random_uuid()", "booked", Clinic.id('b', "p"), Clinic.id('c', "p")) + """
                      from generate_series(0, 19) p
                     cross join generate_series(%d, %d) day
                     cross join generate_series(8, 17) hour
                     cross join lateral (select ((now() at time zone 'America/Chicago')::date + day + make_time(hour, 0, 0))
                                                at time zone 'America/Chicago' as at) t
                    """.formatted(ahead, ahead + days - 1), clinic.practice, clinic.service, clinic.location);
            Clinic.run(connection, OCCUPY.formatted("booked", "now() + interval '%d days'".formatted(ahead - 1), "'infinity'"), clinic.practice, clinic.service);
            connection.commit();
        }
        analyze();
    }

    /// Adds visits of half an hour, day and night, of all practitioners, back in time from yesterday. Triggers and foreign keys
    /// do not fire, or ten million would take hours; what the triggers pack is written here.
    ///
    /// @param from how many there are already
    void addPast(long from, long to) throws IOException, SQLException {
        try (var connection = Clinic.superuser(data)) {
            connection.setAutoCommit(false);
            for (long first = from; first < to; first += BATCH) {
                addPastBatch(connection, first, Math.min(to, first + BATCH));
                connection.commit();
            }
        }
        analyze();
    }

    private void addPastBatch(Connection connection, long first, long end) throws SQLException {
        Clinic.run(connection, "set local session_replication_role = replica");
        Clinic.run(connection, COLUMNS.formatted(
                Clinic.id('e', "n"), "completed", Clinic.id('b', "n % " + Clinic.PRACTITIONERS), Clinic.id('c', "n % " + Clinic.PRACTITIONERS)) + """
                  from generate_series(%d::bigint, %d::bigint) n
                 cross join lateral (select %s as at) t
                """.formatted(first, end - 1, start("n")), clinic.practice, clinic.service, clinic.location);
        Clinic.run(connection, OCCUPY.formatted("completed", start(Long.toString(end - 1)), start(first + " - " + Clinic.PRACTITIONERS)), clinic.practice, clinic.service);
        Clinic.run(connection, FULL_DAY.formatted(Clinic.id('b', "p"), day(first) + 1, day(end - 1) + 1, Clinic.PRACTITIONERS - 1)
                + " on conflict do nothing", clinic.practice);
    }

    private static long day(long visit) {
        return visit / Clinic.PRACTITIONERS / 48;
    }

    /// When the n-th visit back began: every half hour one of everybody.
    private static String start(String n) {
        return "date_trunc('day', now(), 'UTC') - ((%s) / %d + 1) * interval '30 minutes'".formatted(n, Clinic.PRACTITIONERS);
    }

    private void analyze() throws IOException, SQLException {
        try (var connection = Clinic.superuser(data)) {
            Clinic.run(connection, "analyze scheduling.appointment, scheduling.occupancy, scheduling.taken_day");
        }
    }
}
