package org.needlepoint.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Who runs late today, and by how much.
@Repository
public class Delays {
    /// The same number within this time is the same form, sent twice.
    private static final Duration SENT_TWICE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Delays(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// Notes by how much a practitioner runs late from now on, in place of what was said before. Whoever says it at the
    /// same time waits until the caller's transaction ends.
    ///
    /// @param minutes 5..120; 0: on time again
    /// @return what holds now; empty when somebody who was not late is said to be on time
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Delay> say(
            PracticeId practice, PractitionerId practitioner, LocalDate day, int minutes, Actor actor) {
        var now = clock.instant();
        var before = lock(practice, practitioner, day);
        if (minutes == 0 && before.isEmpty()) {
            return Optional.empty();
        }
        if (before.filter(said -> said.minutes() == minutes
                        && (minutes == 0 || now.isBefore(said.saidAt().plus(SENT_TWICE))))
                .isPresent()) {
            return before;
        }
        var said = write(practice, new Delay(practitioner, day, minutes, now, 0));
        audit.append(
                practice,
                AuditEntry.of(actor, minutes == 0 ? "on-time" : "running-late", "practitioner", practitioner.value()));
        return Optional.of(said);
    }

    private Optional<Delay> lock(PracticeId practice, PractitionerId practitioner, LocalDate day) {
        return jdbc.sql("""
            select practitioner_id, day, minutes, said_at, version
              from scheduling.delay
             where practice_id = :practice
               and practitioner_id = :practitioner
               and day = :day
               for update
            """)
                .param("practice", practice.value())
                .param("practitioner", practitioner.value())
                .param("day", day)
                .query((rs, _) -> delay(rs))
                .optional();
    }

    private Delay write(PracticeId practice, Delay said) {
        return jdbc.sql("""
            insert into scheduling.delay as d
              (practice_id, practitioner_id, day, minutes, said_at, changed_at)
            values (:practice, :practitioner, :day, :minutes, :now, :now)
            on conflict (practice_id, practitioner_id, day)
            do update set minutes = excluded.minutes, said_at = excluded.said_at, changed_at = excluded.changed_at,
                          version = d.version + 1
            returning practitioner_id, day, minutes, said_at, version
            """)
                .param("practice", practice.value())
                .param("practitioner", said.practitioner().value())
                .param("day", said.day())
                .param("minutes", said.minutes())
                .param("now", Columns.utc(said.saidAt()))
                .query((rs, _) -> delay(rs))
                .single();
    }

    /// What was said last of one practitioner on a local day.
    @Transactional(readOnly = true)
    public Optional<Delay> of(PracticeId practice, PractitionerId practitioner, LocalDate day) {
        return on(practice, day).stream()
                .filter(delay -> delay.practitioner().equals(practitioner))
                .findFirst();
    }

    /// What was said last of each practitioner on a local day; those who are on time again are among them.
    @Transactional(readOnly = true)
    public List<Delay> on(PracticeId practice, LocalDate day) {
        return jdbc.sql("""
            select practitioner_id, day, minutes, said_at, version
              from scheduling.delay
             where practice_id = :practice
               and day = :day
             order by said_at, practitioner_id
            """)
                .param("practice", practice.value())
                .param("day", day)
                .query((rs, _) -> delay(rs))
                .list();
    }

    private static Delay delay(ResultSet rs) throws SQLException {
        return new Delay(
                new PractitionerId(Columns.uuid(rs, "practitioner_id")),
                rs.getObject("day", LocalDate.class),
                rs.getInt("minutes"),
                Columns.instant(rs, "said_at"),
                rs.getInt("version"));
    }
}
