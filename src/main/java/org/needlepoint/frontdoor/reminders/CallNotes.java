package org.needlepoint.frontdoor.reminders;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables of calls: why somebody has to be called about a visit, and that it was done.
@Repository
class CallNotes {
    private final JdbcClient jdbc;
    private final Clock clock;

    /// Why somebody has to be called.
    enum Why {
        /// They answered CANCEL to a text message, and the visit stands.
        ANSWERED_CANCEL,
        /// The practice moved the visit, and no message reaches them.
        UNTOLD_MOVED,
        /// The practice cancelled the visit, and no message reaches them.
        UNTOLD_CANCELLED;

        /// The word in the table and in message keys.
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// Whether it is still so, of a visit at the time that it had.
        boolean holds(Appointment visit, Instant now) {
            return switch (this) {
                case ANSWERED_CANCEL, UNTOLD_MOVED -> visit.canChange(now);
                case UNTOLD_CANCELLED ->
                    visit.status() == Appointment.Status.CANCELLED && now.isBefore(visit.startsAt());
            };
        }

        private static Why of(String code) {
            return Arrays.stream(values())
                    .filter(why -> why.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// A call to make.
    record Note(AppointmentId appointment, Instant visitAt, Why why) {}

    CallNotes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Notes why to call; noted again, it counts from now.
    void note(PracticeId practice, Appointment visit, Why why) {
        jdbc.sql("""
            insert into frontdoor.call_note (practice_id, appointment_id, visit_at, reason, noted_at)
            values (:practice, :appointment, :visitAt, :reason, :now)
            on conflict (practice_id, appointment_id, visit_at, reason) do update set noted_at = excluded.noted_at
            """)
                .param("practice", practice.value())
                .param("appointment", visit.id().value())
                .param("visitAt", utc(visit.startsAt()))
                .param("reason", why.code())
                .param("now", utc(clock.instant()))
                .update();
    }

    /// Notes that somebody called about a visit at the time that it has.
    void made(PracticeId practice, Appointment visit) {
        jdbc.sql("""
            insert into frontdoor.call_made (practice_id, appointment_id, visit_at, made_at)
            values (:practice, :appointment, :visitAt, :now)
            on conflict (practice_id, appointment_id, visit_at) do update set made_at = excluded.made_at
            """)
                .param("practice", practice.value())
                .param("appointment", visit.id().value())
                .param("visitAt", utc(visit.startsAt()))
                .param("now", utc(clock.instant()))
                .update();
    }

    /// The calls about visits that lay ahead of a time and that nobody has made since, the next visit first.
    List<Note> open(PracticeId practice, Instant after, int limit) {
        return jdbc.sql("""
            select n.appointment_id, n.visit_at, n.reason
              from frontdoor.call_note n
             where n.practice_id = :practice
               and n.visit_at > :after
               and not exists (select 1
                                 from frontdoor.call_made m
                                where m.practice_id = n.practice_id
                                  and m.appointment_id = n.appointment_id
                                  and m.visit_at = n.visit_at
                                  and m.made_at >= n.noted_at)
             order by n.visit_at, n.appointment_id, n.reason
             limit :limit
            """)
                .param("practice", practice.value())
                .param("after", utc(after))
                .param("limit", limit)
                .query((rs, _) -> new Note(
                        new AppointmentId(rs.getObject("appointment_id", UUID.class)),
                        rs.getObject("visit_at", OffsetDateTime.class).toInstant(),
                        Why.of(rs.getString("reason"))))
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
