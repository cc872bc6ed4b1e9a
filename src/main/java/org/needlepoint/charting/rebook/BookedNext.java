package org.needlepoint.charting.rebook;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The table of visits that were booked from the chart of another.
@Repository
class BookedNext {
    private final JdbcClient jdbc;

    BookedNext(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void add(PracticeId practice, AppointmentId visit, AppointmentId next, Instant at, UUID by) {
        jdbc.sql("""
            insert into charting.booked_next (practice_id, next_id, visit_id, booked_at, booked_by)
            values (:practice, :next, :visit, :at, :by)
            """)
                .param("practice", practice.value())
                .param("next", next.value())
                .param("visit", visit.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /// Whether a visit was booked from the chart of this one.
    @Transactional(readOnly = true)
    public boolean isFrom(PracticeId practice, AppointmentId visit, AppointmentId next) {
        return jdbc.sql("""
                select exists (select 1
                                 from charting.booked_next b
                                where b.practice_id = :practice
                                  and b.next_id = :next
                                  and b.visit_id = :visit)
                """)
                .param("practice", practice.value())
                .param("next", next.value())
                .param("visit", visit.value())
                .query(Boolean.class)
                .single();
    }
}
