package org.needlepoint.notifications;

import java.time.Clock;
import java.time.LocalTime;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// A practice's quiet hours.
@Repository
public class KeepQuiet {
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    /// The hours and the version that a form carries; 0 while the practice has set none.
    public record Setting(QuietHours hours, int version) {}

    /// What became of setting them.
    public sealed interface Change {
        /// They hold from now on.
        record Changed(Setting now) implements Change {}

        /// Refused: somebody else set them meanwhile.
        record ChangedMeanwhile(Setting now) implements Change {}
    }

    KeepQuiet(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// The hours that hold now: the practice's, or [QuietHours#USUAL].
    @Transactional(readOnly = true)
    public QuietHours of(PracticeId practice) {
        return setting(practice).hours();
    }

    /// The same with the version.
    @Transactional(readOnly = true)
    public Setting setting(PracticeId practice) {
        return jdbc.sql("""
            select begins, ends, version
              from notifications.quiet_hours
             where practice_id = :practice
            """)
                .param("practice", practice.value())
                .query((rs, _) -> new Setting(
                        new QuietHours(rs.getObject("begins", LocalTime.class), rs.getObject("ends", LocalTime.class)),
                        rs.getInt("version")))
                .optional()
                .orElseGet(() -> new Setting(QuietHours.USUAL, 0));
    }

    /// Sets them. What is planned already is held to them when it is due.
    ///
    /// @param version the version that the form carried
    @Transactional
    public Change set(PracticeId practice, QuietHours hours, int version, Actor actor) {
        int written = jdbc.sql("""
            insert into notifications.quiet_hours as q (practice_id, begins, ends, version, changed_at)
            select :practice, :begins, :ends, 1, :now
             where :version = 0
                or exists (select 1 from notifications.quiet_hours h where h.practice_id = :practice)
            on conflict (practice_id)
            do update set begins = excluded.begins, ends = excluded.ends, version = q.version + 1,
                          changed_at = excluded.changed_at
                    where q.version = :version
            """)
                .param("practice", practice.value())
                .param("begins", hours.begins())
                .param("ends", hours.ends())
                .param("version", version)
                .param("now", Outbox.utc(clock.instant()))
                .update();
        if (written == 0) {
            return new Change.ChangedMeanwhile(setting(practice));
        }
        audit.append(practice, AuditEntry.of(actor, "set", "quiet-hours", practice.value()));
        return new Change.Changed(setting(practice));
    }
}
