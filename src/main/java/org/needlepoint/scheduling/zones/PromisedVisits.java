package org.needlepoint.scheduling.zones;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Booked visits as promises, what was derived again, and under which rules.
@Repository
class PromisedVisits {
    static final String AHEAD = """
            select id, local_start, zone, starts_at, version
              from scheduling.appointment
             where practice_id = :practice
               and starts_at > :now
               and status = 'booked'
            """;
    static final String COLLISIONS = """
            select r.appointment_id, r.was, r.became, r.collides
              from scheduling.rederived_visit r
              join scheduling.appointment a
                on a.practice_id = r.practice_id
               and a.id = r.appointment_id
             where r.practice_id = :practice
               and r.became > :now
               and r.collides
               and a.practice_id = :practice
               and a.status = 'booked'
               and a.starts_at = r.became
             order by r.became, r.appointment_id
            """;

    private final JdbcClient jdbc;

    PromisedVisits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    /// All that lie ahead.
    @Transactional(readOnly = true)
    public List<PromisedVisit> ahead(PracticeId practice, Instant now) {
        return jdbc.sql(AHEAD)
                .param("practice", practice.value())
                .param("now", utc(now))
                .query((rs, _) -> visit(rs))
                .list();
    }

    /// Keeps a visit as it is until the transaction ends; empty when it is no longer booked.
    Optional<PromisedVisit> lock(PracticeId practice, AppointmentId id) {
        return jdbc.sql("""
            select id, local_start, zone, starts_at, version
              from scheduling.appointment
             where practice_id = :practice
               and id = :id
               and status = 'booked'
               for update
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((rs, _) -> visit(rs))
                .optional();
    }

    private static PromisedVisit visit(ResultSet rs) throws SQLException {
        return new PromisedVisit(
                new AppointmentId(rs.getObject("id", UUID.class)),
                rs.getObject("local_start", LocalDateTime.class),
                ZoneId.of(rs.getString("zone")),
                instant(rs, "starts_at"),
                rs.getInt("version"));
    }

    /// Writes other instants, as the next version.
    void shift(PracticeId practice, AppointmentId id, Duration by, Instant now) {
        jdbc.sql("""
            update scheduling.appointment
               set starts_at = starts_at + make_interval(secs => :seconds),
                   ends_at = ends_at + make_interval(secs => :seconds),
                   version = version + 1,
                   changed_at = :now
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("seconds", by.toSeconds())
                .param("now", utc(now))
                .update();
        jdbc.sql("""
            insert into scheduling.appointment_history
              (practice_id, appointment_id, version, status, practitioner_id, location_id, room_id, local_start, zone,
               starts_at, ends_at, cancel_reason, changed_at, changed_by_kind)
            select practice_id, id, version, status, practitioner_id, location_id, room_id, local_start, zone,
                   starts_at, ends_at, cancel_reason, changed_at, 'system'
              from scheduling.appointment
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    void remember(PracticeId practice, RederivedVisit visit, String rules, Instant now) {
        jdbc.sql("""
            insert into scheduling.rederived_visit (practice_id, appointment_id, derived_at, rules, was, became, collides)
            values (:practice, :visit, :now, :rules, :was, :became, :collides)
            """)
                .param("practice", practice.value())
                .param("visit", visit.visit().value())
                .param("now", utc(now))
                .param("rules", rules)
                .param("was", utc(visit.was()))
                .param("became", utc(visit.is()))
                .param("collides", visit.collides())
                .update();
    }

    List<RederivedVisit> collisions(PracticeId practice, Instant now) {
        return jdbc.sql(COLLISIONS)
                .param("practice", practice.value())
                .param("now", utc(now))
                .query((rs, _) -> new RederivedVisit(
                        new AppointmentId(rs.getObject("appointment_id", UUID.class)),
                        instant(rs, "was"),
                        instant(rs, "became"),
                        rs.getBoolean("collides")))
                .list();
    }

    /// The rules under which a practice's times were derived last; empty when never.
    @Transactional(readOnly = true)
    public Optional<String> rulesOf(PracticeId practice) {
        return jdbc.sql("""
            select rules
              from scheduling.zone_rules
             where practice_id = :practice
            """)
                .param("practice", practice.value())
                .query(String.class)
                .optional();
    }

    @Transactional
    public void rememberRules(PracticeId practice, String rules, Instant now) {
        jdbc.sql("""
            insert into scheduling.zone_rules (practice_id, rules, derived_at)
            values (:practice, :rules, :now)
            on conflict (practice_id) do update set rules = excluded.rules, derived_at = excluded.derived_at
            """)
                .param("practice", practice.value())
                .param("rules", rules)
                .param("now", utc(now))
                .update();
    }
}
