package org.needlepoint.scheduling.zones;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Booked visits as promises, what was derived again, and under which rules.
@Repository
class PromisedVisits {
    static final String AHEAD = """
            select id, patient_id, local_start, zone, starts_at
              from scheduling.appointment
             where practice_id = :practice
               and starts_at > :now
               and status = 'booked'
            """;

    private final JdbcClient jdbc;

    PromisedVisits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /// All that lie ahead.
    @Transactional(readOnly = true)
    public List<Promise.Visit> ahead(PracticeId practice, Instant now) {
        return jdbc.sql(AHEAD)
                .param("practice", practice.value())
                .param("now", utc(now))
                .query((rs, _) -> visit(rs))
                .list();
    }

    /// Keeps a visit as it is until the transaction ends; empty when it is no longer booked.
    Optional<Promise.Visit> lock(PracticeId practice, AppointmentId id) {
        return jdbc.sql("""
            select id, patient_id, local_start, zone, starts_at
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

    private static Promise.Visit visit(ResultSet rs) throws SQLException {
        return new Promise.Visit(
                new AppointmentId(rs.getObject("id", UUID.class)),
                new PatientId(rs.getObject("patient_id", UUID.class)),
                new PromisedTime(
                        rs.getObject("local_start", LocalDateTime.class),
                        ZoneId.of(rs.getString("zone")),
                        rs.getObject("starts_at", OffsetDateTime.class).toInstant()));
    }

    void remember(PracticeId practice, RederivedVisit visit, String rules, Instant now) {
        jdbc.sql("""
            insert into scheduling.rederived_visit (practice_id, appointment_id, derived_at, rules, was, became)
            values (:practice, :visit, :now, :rules, :was, :became)
            """)
                .param("practice", practice.value())
                .param("visit", visit.visit().value())
                .param("now", utc(now))
                .param("rules", rules)
                .param("was", utc(visit.was()))
                .param("became", utc(visit.is()))
                .update();
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
