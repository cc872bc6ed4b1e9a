package org.needlepoint.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The practice's trail: appended to, read, never changed.
@Repository
public class AuditTrail {
    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Appends in the caller's transaction: both stand or neither.
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(PracticeId practice, AuditEntry entry) {
        insert(practice, entry);
    }

    /// Appends in a transaction of its own, so that a refusal is on record although nothing else happened.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void appendDenial(PracticeId practice, AuditEntry entry) {
        insert(practice, entry);
    }

    private void insert(PracticeId practice, AuditEntry entry) {
        jdbc.sql("""
            with entry as (
              insert into audit.entry
                (practice_id, id, at, actor_kind, actor_id, action, subject_kind, subject_id, patient_id, visit_id, outcome, reason)
              values
                (:practice, :id, :at, :actorKind, :actorId, :action, :subject, :subjectId, :patient, :visit, :outcome, :reason)
              returning practice_id, id
            )
            insert into platform.audit_unsealed (practice_id, entry_id)
            select practice_id, id
              from entry
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("actorKind", entry.actor().kind().name().toLowerCase(Locale.ROOT))
                .param("actorId", entry.actor().id())
                .param("action", entry.action())
                .param("subject", entry.subject())
                .param("subjectId", entry.subjectId())
                .param("patient", entry.patientId())
                .param("visit", entry.visitId())
                .param("outcome", entry.outcome().name().toLowerCase(Locale.ROOT))
                .param("reason", entry.reason())
                .update();
    }

    /// One line of the trail as read back.
    public record Line(
            Instant at,
            Actor actor,
            String action,
            String subject,
            UUID subjectId,
            String outcome,
            @Nullable String reason) {}

    /// What was done to a patient's record, newest first.
    ///
    /// @param limit how many at most, 1..500
    @Transactional(readOnly = true)
    public List<Line> ofPatient(PracticeId practice, UUID patient, int limit) {
        return jdbc.sql("""
            select at, actor_kind, actor_id, action, subject_kind, subject_id, outcome, reason
              from audit.entry
             where practice_id = :practice
               and patient_id = :patient
             order by at desc
             limit :limit
            """)
                .param("practice", practice.value())
                .param("patient", patient)
                .param("limit", limit)
                .query((rs, _) -> new Line(
                        rs.getObject("at", OffsetDateTime.class).toInstant(),
                        new Actor(
                                Actor.Kind.valueOf(rs.getString("actor_kind").toUpperCase(Locale.ROOT)),
                                rs.getObject("actor_id", UUID.class)),
                        rs.getString("action"),
                        rs.getString("subject_kind"),
                        rs.getObject("subject_id", UUID.class),
                        rs.getString("outcome"),
                        rs.getString("reason")))
                .list();
    }

    /// Who opened a patient's record, and when last.
    ///
    /// @param times how often, since the beginning
    public record Viewer(Actor actor, int times, Instant last) {}

    static final String VIEWERS = """
            select actor_kind, actor_id, count(*) as times, max(at) as last
              from audit.entry
             where practice_id = :practice
               and patient_id = :patient
               and action = 'viewed'
               and outcome = 'done'
             group by actor_kind, actor_id
             order by last desc
             limit :limit
            """;

    /// Who opened a patient's record, the latest first. Names belong to `identity`: the page joins them by the actor's
    /// id.
    ///
    /// @param limit how many people at most, 1..500
    @Transactional(readOnly = true)
    public List<Viewer> viewersOf(PracticeId practice, UUID patient, int limit) {
        return jdbc.sql(VIEWERS)
                .param("practice", practice.value())
                .param("patient", patient)
                .param("limit", limit)
                .query((rs, _) -> new Viewer(
                        new Actor(
                                Actor.Kind.valueOf(rs.getString("actor_kind").toUpperCase(Locale.ROOT)),
                                rs.getObject("actor_id", UUID.class)),
                        rs.getInt("times"),
                        rs.getObject("last", OffsetDateTime.class).toInstant()))
                .list();
    }
}
