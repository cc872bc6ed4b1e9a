package org.needlepoint.jobs;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Puts work on the list, in the caller's transaction.
@Repository
public class Jobs {
    private final JdbcClient jdbc;

    Jobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Plans work for a subject; planned again, it moves to the new time.
    @Transactional(propagation = Propagation.MANDATORY)
    public void plan(PracticeId practice, String kind, UUID subject, Instant runAt) {
        jdbc.sql("""
            insert into platform.job (id, practice_id, kind, subject_id, run_at)
            values (:id, :practice, :kind, :subject, :runAt)
            on conflict (practice_id, kind, subject_id)
            do update set run_at = excluded.run_at, attempts = 0, claimed_until = null, claim = null, failed_at = null
            """)
                .param("id", Uuid7.next())
                .param("practice", practice.value())
                .param("kind", kind)
                .param("subject", subject)
                .param("runAt", OffsetDateTime.ofInstant(runAt, ZoneOffset.UTC))
                .update();
    }

    /// Takes work off the list.
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(PracticeId practice, String kind, UUID subject) {
        jdbc.sql("""
            delete from platform.job
             where practice_id = :practice
               and kind = :kind
               and subject_id = :subject
            """)
                .param("practice", practice.value())
                .param("kind", kind)
                .param("subject", subject)
                .update();
    }
}
