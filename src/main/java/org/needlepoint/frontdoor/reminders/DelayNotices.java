package org.needlepoint.frontdoor.reminders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.frontdoor.reminders.ReachPatient.Reason;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Delay;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of what patients were told of delays.
@Repository
class DelayNotices {
    private final JdbcClient jdbc;
    private final Clock clock;

    DelayNotices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// What the patient of a visit was told last.
    ///
    /// @param version  of the delay in which they were told
    /// @param reason   why nothing reaches them, so that somebody calls; null: a message was queued
    record Notice(
            AppointmentId appointment,
            int minutes,
            int version,
            @Nullable String reason) {}

    /// What was told of a practitioner's day, by visit.
    Map<AppointmentId, Notice> of(PracticeId practice, Delay delay) {
        return jdbc
                .sql("""
                    select appointment_id, minutes, delay_version, reason
                      from frontdoor.delay_notice
                     where practice_id = :practice
                       and practitioner_id = :practitioner
                       and day = :day
                    """)
                .param("practice", practice.value())
                .param("practitioner", delay.practitioner().value())
                .param("day", delay.day())
                .query((rs, _) -> notice(rs))
                .stream()
                .collect(Collectors.toMap(Notice::appointment, each -> each));
    }

    /// Those that nothing reaches and nobody has called since, of local days from first to last.
    List<Notice> unsent(PracticeId practice, LocalDate first, LocalDate last, int limit) {
        return jdbc.sql("""
            select appointment_id, minutes, delay_version, reason
              from frontdoor.delay_notice n
             where practice_id = :practice
               and day >= :first
               and day <= :last
               and state = 'unsent'
               and not exists (select 1
                                 from frontdoor.call_made m
                                where m.practice_id = n.practice_id
                                  and m.appointment_id = n.appointment_id
                                  and m.made_at >= n.changed_at)
             order by day, appointment_id
             limit :limit
            """)
                .param("practice", practice.value())
                .param("first", first)
                .param("last", last)
                .param("limit", limit)
                .query((rs, _) -> notice(rs))
                .list();
    }

    /// Notes that the patient of a visit was told, or why not.
    void note(PracticeId practice, Delay delay, AppointmentId appointment, @Nullable Reason unreached) {
        jdbc.sql("""
            insert into frontdoor.delay_notice
              (practice_id, practitioner_id, day, appointment_id, minutes, delay_version, state, reason, changed_at)
            values
              (:practice, :practitioner, :day, :appointment, :minutes, :version, :state, :reason, :now)
            on conflict (practice_id, practitioner_id, day, appointment_id)
            do update set minutes = excluded.minutes, delay_version = excluded.delay_version, state = excluded.state,
                          reason = excluded.reason, changed_at = excluded.changed_at
            """)
                .param("practice", practice.value())
                .param("practitioner", delay.practitioner().value())
                .param("day", delay.day())
                .param("appointment", appointment.value())
                .param("minutes", delay.minutes())
                .param("version", delay.version())
                .param("state", unreached == null ? "queued" : "unsent")
                .param("reason", unreached == null ? null : unreached.code())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private static Notice notice(ResultSet rs) throws SQLException {
        return new Notice(
                new AppointmentId(rs.getObject("appointment_id", UUID.class)),
                rs.getInt("minutes"),
                rs.getInt("delay_version"),
                rs.getString("reason"));
    }
}
