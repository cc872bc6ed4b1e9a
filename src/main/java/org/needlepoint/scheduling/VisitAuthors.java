package org.needlepoint.scheduling;

import java.util.Locale;
import java.util.Optional;
import org.needlepoint.audit.Actor;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who made which version of a visit.
@Repository
public class VisitAuthors {
    private final JdbcClient jdbc;

    VisitAuthors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The kind of actor who made a version; empty when the visit never had it.
    @Transactional(readOnly = true)
    public Optional<Actor.Kind> of(PracticeId practice, AppointmentId visit, int version) {
        return jdbc.sql("""
            select changed_by_kind
              from scheduling.appointment_history
             where practice_id = :practice
               and appointment_id = :visit
               and version = :version
            """)
                .param("practice", practice.value())
                .param("visit", visit.value())
                .param("version", version)
                .query(String.class)
                .optional()
                .map(kind -> Actor.Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
    }
}
