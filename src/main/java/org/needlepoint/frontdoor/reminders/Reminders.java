package org.needlepoint.frontdoor.reminders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.frontdoor.reminders.Reminder.State;
import org.needlepoint.frontdoor.reminders.ReminderRule.Due;
import org.needlepoint.frontdoor.reminders.ReminderRule.Moment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of reminders.
@Repository
class Reminders {
    private static final String SELECT = """
            select id, appointment_id, moment, visit_at, due_at, until_at, state, reason
              from frontdoor.reminder r
             where practice_id = :practice
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Reminders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Plans a reminder; empty when it is there already. One that was cancelled because the visit moved away comes back
    /// when the visit does.
    Optional<UUID> plan(PracticeId practice, AppointmentId appointment, Instant visitAt, Due due) {
        return jdbc.sql("""
            insert into frontdoor.reminder as r
              (practice_id, id, appointment_id, moment, visit_at, due_at, until_at, state, changed_at)
            values (:practice, :id, :appointment, :moment, :visitAt, :dueAt, :until, 'planned', :now)
            on conflict (practice_id, appointment_id, moment, visit_at)
            do update set state = 'planned', due_at = excluded.due_at, until_at = excluded.until_at,
                          changed_at = excluded.changed_at
                    where r.state = 'cancelled'
            returning id
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("appointment", appointment.value())
                .param("moment", due.moment().code())
                .param("visitAt", utc(visitAt))
                .param("dueAt", utc(due.at()))
                .param("until", utc(due.until()))
                .param("now", utc(clock.instant()))
                .query(UUID.class)
                .optional();
    }

    /// Cancels what is planned for other times than this one.
    ///
    /// @param visitAt null for all
    /// @return the ids of those cancelled
    List<UUID> cancelOthers(PracticeId practice, AppointmentId appointment, @Nullable Instant visitAt) {
        return jdbc.sql("""
            update frontdoor.reminder
               set state = 'cancelled',
                   changed_at = :now
             where practice_id = :practice
               and appointment_id = :appointment
               and state = 'planned'
               and visit_at is distinct from :visitAt::timestamptz
            returning id
            """)
                .param("practice", practice.value())
                .param("appointment", appointment.value())
                .param("visitAt", visitAt == null ? null : utc(visitAt))
                .param("now", utc(clock.instant()))
                .query((rs, _) -> rs.getObject("id", UUID.class))
                .list();
    }

    /// Holds the row until the transaction ends.
    Optional<Reminder> lock(PracticeId practice, UUID id) {
        return jdbc.sql(SELECT + """
               and id = :id
               for update
            """)
                .param("practice", practice.value())
                .param("id", id)
                .query((rs, _) -> reminder(rs))
                .optional();
    }

    /// The reminders of a visit, the first first; those of times it no longer has are left out.
    List<Reminder> of(PracticeId practice, AppointmentId appointment) {
        return jdbc.sql(SELECT + """
               and appointment_id = :appointment
               and state <> 'cancelled'
             order by due_at
            """)
                .param("practice", practice.value())
                .param("appointment", appointment.value())
                .query((rs, _) -> reminder(rs))
                .list();
    }

    /// Reminders that could not be sent, of visits that still lie ahead, the next visit first. Who wants none is left
    /// out, and who was called.
    List<Reminder> unsent(PracticeId practice, Instant after, int limit) {
        return jdbc.sql(SELECT + """
               and state = 'unsent'
               and reason <> 'not-wanted'
               and visit_at > :after
               and not exists (select 1
                                 from frontdoor.call_made m
                                where m.practice_id = r.practice_id
                                  and m.appointment_id = r.appointment_id
                                  and m.visit_at = r.visit_at)
             order by visit_at, id
             limit :limit
            """)
                .param("practice", practice.value())
                .param("after", utc(after))
                .param("limit", limit)
                .query((rs, _) -> reminder(rs))
                .list();
    }

    /// @param reason why it stays unsent; null in every other state
    void move(PracticeId practice, UUID id, State state, @Nullable String reason) {
        jdbc.sql("""
            update frontdoor.reminder
               set state = :state,
                   reason = :reason,
                   changed_at = :now
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", id)
                .param("state", state.code())
                .param("reason", reason)
                .param("now", utc(clock.instant()))
                .update();
    }

    private static Reminder reminder(ResultSet rs) throws SQLException {
        return new Reminder(
                rs.getObject("id", UUID.class),
                new AppointmentId(rs.getObject("appointment_id", UUID.class)),
                Moment.of(rs.getString("moment")),
                instant(rs, "visit_at"),
                instant(rs, "due_at"),
                instant(rs, "until_at"),
                State.of(rs.getString("state")),
                rs.getString("reason"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
