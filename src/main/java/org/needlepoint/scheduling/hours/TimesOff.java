package org.needlepoint.scheduling.hours;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.scheduling.Closure;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of time off. Called in a transaction.
@Repository
class TimesOff {
    private final JdbcClient jdbc;
    private final Clock clock;

    TimesOff(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(PracticeId practice, TimeOff off) {
        jdbc.sql("""
            insert into scheduling.time_off
              (practice_id, id, practitioner_id, first_day, last_day, opens, closes, note, status, changed_at)
            values
              (:practice, :id, :practitioner, :firstDay, :lastDay, :opens, :closes, :note, :status, :now)
            """)
                .param("practice", practice.value())
                .param("id", off.id())
                .param("practitioner", off.practitioner().value())
                .param("firstDay", off.firstDay())
                .param("lastDay", off.lastDay())
                .param("opens", off.opens())
                .param("closes", off.closes())
                .param("note", off.note())
                .param("status", off.status().code())
                .param("now", now())
                .update();
    }

    /// Writes where it stands, as the next version.
    void update(PracticeId practice, UUID id, TimeOff.Status status, String answer, @Nullable UUID closure) {
        jdbc.sql("""
            update scheduling.time_off
               set status = :status, answer = :answer, closure_id = :closure, version = version + 1, changed_at = :now
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", id)
                .param("status", status.code())
                .param("answer", answer)
                .param("closure", closure)
                .param("now", now())
                .update();
    }

    /// Holds the row until the transaction ends.
    Optional<TimeOff> lock(PracticeId practice, UUID id) {
        return jdbc.sql("""
            select id, practitioner_id, first_day, last_day, opens, closes, note, status, answer, closure_id, version
              from scheduling.time_off
             where practice_id = :practice
               and id = :id
               for update
            """)
                .param("practice", practice.value())
                .param("id", id)
                .query((rs, _) -> timeOff(rs))
                .optional();
    }

    /// Writes that other days or hours are granted, as the next version.
    void regrant(PracticeId practice, UUID id, Closure closure) {
        jdbc.sql("""
            update scheduling.time_off
               set first_day = :firstDay, last_day = :lastDay, opens = :opens, closes = :closes, version = version + 1,
                   changed_at = :now
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", id)
                .param("firstDay", closure.firstDay())
                .param("lastDay", closure.lastDay())
                .param("opens", closure.opens())
                .param("closes", closure.closes())
                .param("now", now())
                .update();
    }

    /// The time off because of which some days differ, held until the transaction ends.
    Optional<TimeOff> lockOfClosure(PracticeId practice, UUID closure) {
        return jdbc.sql("""
            select id, practitioner_id, first_day, last_day, opens, closes, note, status, answer, closure_id, version
              from scheduling.time_off
             where practice_id = :practice
               and closure_id = :closure
               for update
            """)
                .param("practice", practice.value())
                .param("closure", closure)
                .query((rs, _) -> timeOff(rs))
                .optional();
    }

    /// Those that end on a day or later, by first day.
    List<TimeOff> from(PracticeId practice, LocalDate day) {
        return jdbc.sql("""
            select id, practitioner_id, first_day, last_day, opens, closes, note, status, answer, closure_id, version
              from scheduling.time_off
             where practice_id = :practice
               and last_day >= :day
             order by first_day, id
            """)
                .param("practice", practice.value())
                .param("day", day)
                .query((rs, _) -> timeOff(rs))
                .list();
    }

    private static TimeOff timeOff(ResultSet rs) throws SQLException {
        return new TimeOff(
                rs.getObject("id", UUID.class),
                new PractitionerId(rs.getObject("practitioner_id", UUID.class)),
                rs.getObject("first_day", LocalDate.class),
                rs.getObject("last_day", LocalDate.class),
                rs.getObject("opens", LocalTime.class),
                rs.getObject("closes", LocalTime.class),
                rs.getString("note"),
                TimeOff.Status.of(rs.getString("status")),
                rs.getString("answer"),
                rs.getObject("closure_id", UUID.class),
                rs.getInt("version"));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
