package org.needlepoint.frontdoor.reminders;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Which changes of a visit the patient was told of, so that news delivered twice is told once.
@Repository
class ToldChanges {
    private final JdbcClient jdbc;
    private final Clock clock;

    ToldChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Notes a change as told, in the caller's transaction; false when it was told before.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean first(PracticeId practice, AppointmentId appointment, int version) {
        return jdbc.sql("""
            insert into frontdoor.told_change (practice_id, appointment_id, version, at)
            values (:practice, :appointment, :version, :now)
            on conflict do nothing
            """)
                        .param("practice", practice.value())
                        .param("appointment", appointment.value())
                        .param("version", version)
                        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
