package org.needlepoint.aftercare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.needlepoint.patients.PatientId;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The plans of a practice.
@Repository
public class Plans {
    private static final String COLUMNS =
            "id, visit_id, patient_id, closed_at, zone, first_visit, flagged, hazards, techniques, knowledge";

    private final JdbcClient jdbc;

    Plans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The plan of an id.
    @Transactional(readOnly = true)
    public Optional<Plan> find(PracticeId practice, PlanId id) {
        return jdbc.sql("select " + COLUMNS + """
                  from aftercare.plan
                 where practice_id = :practice
                   and id = :id
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((rs, _) -> plan(rs))
                .optional();
    }

    /// The plan that follows a visit; empty for a visit without needles, or one that is not closed.
    @Transactional(readOnly = true)
    public Optional<Plan> ofVisit(PracticeId practice, UUID visit) {
        return jdbc.sql("select " + COLUMNS + """
                  from aftercare.plan
                 where practice_id = :practice
                   and visit_id = :visit
                """)
                .param("practice", practice.value())
                .param("visit", visit)
                .query((rs, _) -> plan(rs))
                .optional();
    }

    /// Keeps a visit's plan, or makes it anew after a later closing of the same session.
    ///
    /// @param sessionVersion of the closing
    /// @return the id under which it stands; empty when this closing, or a later one, was heard before
    Optional<PlanId> keep(PracticeId practice, Plan plan, int sessionVersion, Instant now) {
        return jdbc.sql("""
            insert into aftercare.plan
              (practice_id, id, visit_id, session_version, patient_id, closed_at, zone, first_visit, flagged, hazards,
               techniques, knowledge, changed_at)
            values
              (:practice, :id, :visit, :sessionVersion, :patient, :endedAt, :zone, :first, :flagged, :hazards,
               :techniques, :knowledge, :now)
            on conflict (practice_id, visit_id)
            do update set session_version = excluded.session_version,
                          closed_at = excluded.closed_at,
                          first_visit = excluded.first_visit,
                          flagged = excluded.flagged,
                          hazards = excluded.hazards,
                          techniques = excluded.techniques,
                          knowledge = excluded.knowledge,
                          version = plan.version + 1,
                          changed_at = excluded.changed_at
                    where plan.session_version < excluded.session_version
            returning id
            """)
                .param("practice", practice.value())
                .param("id", plan.id().value())
                .param("visit", plan.visit())
                .param("sessionVersion", sessionVersion)
                .param("patient", plan.patient().value())
                .param("endedAt", utc(plan.endedAt()))
                .param("zone", plan.zone().getId())
                .param("first", plan.firstVisit())
                .param("flagged", plan.flagged())
                .param("hazards", sorted(plan.hazards()))
                .param("techniques", sorted(plan.techniques()))
                .param("knowledge", plan.knowledge())
                .param("now", utc(now))
                .query(UUID.class)
                .optional()
                .map(PlanId::new);
    }

    private static Plan plan(ResultSet rs) throws SQLException {
        return new Plan(
                new PlanId(rs.getObject("id", UUID.class)),
                rs.getObject("visit_id", UUID.class),
                new PatientId(rs.getObject("patient_id", UUID.class)),
                rs.getObject("closed_at", OffsetDateTime.class).toInstant(),
                ZoneId.of(rs.getString("zone")),
                rs.getBoolean("first_visit"),
                rs.getBoolean("flagged"),
                words(rs, "hazards"),
                words(rs, "techniques"),
                rs.getString("knowledge"));
    }

    private static Set<String> words(ResultSet rs, String column) throws SQLException {
        return Set.copyOf(List.of((String[]) rs.getArray(column).getArray()));
    }

    private static String[] sorted(Set<String> words) {
        return words.stream().sorted().toArray(String[]::new);
    }

    static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
