package org.needlepoint.charting.care;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The entries about visits.
@Repository
public class CareEntries {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    CareEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What is recorded about a visit.
    @Transactional(readOnly = true)
    public VisitCare ofVisit(PracticeId practice, AppointmentId visit) {
        return new VisitCare(jdbc.sql("""
            select c.id, c.body, c.recorded_at, c.recorded_by, e.reason
              from charting.care_entry c
              left join charting.care_entry_in_error e on e.practice_id = c.practice_id and e.entry_id = c.id
             where c.practice_id = :practice
               and c.visit_id = :visit
             order by c.recorded_at, c.id
            """)
                .param("practice", practice.value())
                .param("visit", visit.value())
                .query((rs, _) -> entry(rs))
                .list());
    }

    /// With what somebody prepared skin the last time; empty for the first.
    Optional<Antiseptic> lastAntiseptic(PracticeId practice, UUID account) {
        return jdbc.sql("""
            select body
              from charting.care_entry
             where practice_id = :practice
               and recorded_by = :account
               and kind = 'hygiene'
             order by recorded_at desc
             limit 1
            """)
                .param("practice", practice.value())
                .param("account", account)
                .query((rs, _) -> JSON.readValue(rs.getString("body"), CareEvent.class))
                .optional()
                .flatMap(event -> event instanceof CareEvent.Hygiene hygiene
                        ? Optional.ofNullable(hygiene.antiseptic())
                        : Optional.empty());
    }

    void insert(PracticeId practice, AppointmentId visit, PatientId patient, CareEntry entry) {
        jdbc.sql("""
            insert into charting.care_entry
              (practice_id, id, visit_id, patient_id, kind, body, recorded_at, recorded_by)
            values
              (:practice, :id, :visit, :patient, :kind, cast(:body as jsonb), :at, :by)
            """)
                .param("practice", practice.value())
                .param("id", entry.id().value())
                .param("visit", visit.value())
                .param("patient", patient.value())
                .param("kind", entry.event().kind())
                .param("body", JSON.writerFor(CareEvent.class).writeValueAsString(entry.event()))
                .param("at", utc(entry.recordedAt()))
                .param("by", entry.by())
                .update();
    }

    void markWrong(PracticeId practice, CareEntryId entry, String reason, Instant at, UUID by) {
        jdbc.sql("""
            insert into charting.care_entry_in_error (practice_id, entry_id, reason, marked_at, marked_by)
            values (:practice, :entry, :reason, :at, :by)
            on conflict (practice_id, entry_id) do nothing
            """)
                .param("practice", practice.value())
                .param("entry", entry.value())
                .param("reason", reason)
                .param("at", utc(at))
                .param("by", by)
                .update();
    }

    private static CareEntry entry(ResultSet rs) throws SQLException {
        return new CareEntry(
                new CareEntryId(rs.getObject("id", UUID.class)),
                JSON.readValue(rs.getString("body"), CareEvent.class),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                rs.getObject("recorded_by", UUID.class),
                rs.getString("reason"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
