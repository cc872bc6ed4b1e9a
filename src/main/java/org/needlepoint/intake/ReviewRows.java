package org.needlepoint.intake;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.needlepoint.patients.PatientId;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of what practitioners said to new facts.
@Repository
class ReviewRows {
    private final JdbcClient jdbc;

    ReviewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PracticeId practice, UUID id, PatientId chart, FactReview review) {
        jdbc.sql("""
            insert into intake.fact_review
              (practice_id, id, patient_id, visit_id, facts, word, reviewed_at, reviewed_by)
            values (:practice, :id, :patient, :visit, :facts, :word, :at, :by)
            """)
                .param("practice", practice.value())
                .param("id", id)
                .param("patient", chart.value())
                .param("visit", review.visit())
                .param("facts", review.facts().stream().sorted().toArray(String[]::new))
                .param("word", review.word())
                .param("at", OffsetDateTime.ofInstant(review.at(), ZoneOffset.UTC))
                .param("by", review.by())
                .update();
    }

    /// All reviews of a chart, oldest first.
    List<FactReview> of(PracticeId practice, List<UUID> patients) {
        return jdbc.sql("""
            select visit_id, facts, word, reviewed_at, reviewed_by
              from intake.fact_review
             where practice_id = :practice
               and patient_id = any(:patients)
             order by reviewed_at, id
            """)
                .param("practice", practice.value())
                .param("patients", patients.toArray(UUID[]::new))
                .query((rs, _) -> new FactReview(
                        rs.getObject("visit_id", UUID.class),
                        Set.of((String[]) rs.getArray("facts").getArray()),
                        rs.getString("word"),
                        rs.getObject("reviewed_at", OffsetDateTime.class).toInstant(),
                        rs.getObject("reviewed_by", UUID.class)))
                .list();
    }
}
