package org.needlepoint.scheduling;

import java.time.Instant;
import java.util.List;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Visits that are booked and have not begun.
@Repository
public class VisitsAhead {
    static final String FROM = "select " + Appointments.COLUMNS + """
              from scheduling.appointment a
             where a.practice_id = :practice
               and a.starts_at >= :from
               and a.status = 'booked'
             order by a.starts_at, a.id
            """;

    private final JdbcClient jdbc;
    private final Appointments appointments;

    VisitsAhead(JdbcClient jdbc, Appointments appointments) {
        this.jdbc = jdbc;
        this.appointments = appointments;
    }

    /// Those that start at a time or later, in order.
    @Transactional(readOnly = true)
    public List<Appointment> from(PracticeId practice, Instant start) {
        return jdbc.sql(FROM)
                .param("practice", practice.value())
                .param("from", Columns.utc(start))
                .query((rs, _) -> appointments.appointment(rs))
                .list();
    }
}
