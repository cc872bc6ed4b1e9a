package org.needlepoint.charting.needling;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.charting.ledger.LedgerBodies;
import org.needlepoint.charting.ledger.Placement;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Needles that people have given a name, such as "my usual" (rule W2). They are nobody's record: each sees their own.
@Repository
public class Patterns {
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;
    private final LedgerBodies bodies = new LedgerBodies();

    Patterns(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// A needle with its name.
    ///
    /// @param placement its muscle and side mean nothing
    public record Pattern(UUID id, String name, Placement placement) {}

    /// A person's patterns, the oldest first.
    @Transactional(readOnly = true)
    public List<Pattern> of(PracticeId practice, UUID account) {
        return jdbc.sql("""
            select p.id, p.name, p.placement
              from charting.pattern p
             where p.practice_id = :practice
               and p.account_id = :account
               and p.dropped_at is null
             order by p.kept_at, p.id
            """)
                .param("practice", practice.value())
                .param("account", account)
                .query((rs, _) -> new Pattern(
                        rs.getObject("id", UUID.class),
                        rs.getString("name"),
                        bodies.readPlacement(rs.getString("placement"))))
                .list();
    }

    /// Keeps a pattern; one of the same name is replaced.
    ///
    /// @param name 1..40 characters
    @Transactional
    public void keep(PracticeId practice, UUID account, String name, Placement placement, Actor by) {
        var now = Ledger.utc(clock.instant());
        jdbc.sql("""
            update charting.pattern
               set dropped_at = :now
             where practice_id = :practice
               and account_id = :account
               and name = :name
               and dropped_at is null
            """)
                .param("practice", practice.value())
                .param("account", account)
                .param("name", name)
                .param("now", now)
                .update();
        var id = Uuid7.next();
        jdbc.sql("""
            insert into charting.pattern (practice_id, id, account_id, name, placement, kept_at)
            values (:practice, :id, :account, :name, cast(:placement as jsonb), :now)
            """)
                .param("practice", practice.value())
                .param("id", id)
                .param("account", account)
                .param("name", name)
                .param("placement", bodies.write(placement))
                .param("now", now)
                .update();
        audit.append(practice, AuditEntry.of(by, "kept", "needle-pattern", id));
    }

    /// Drops one of a person's patterns.
    ///
    /// @throws NotFound when they have none of that id
    @Transactional
    public void drop(PracticeId practice, UUID account, UUID id, Actor by) {
        int dropped = jdbc.sql("""
            update charting.pattern
               set dropped_at = :now
             where practice_id = :practice
               and account_id = :account
               and id = :id
               and dropped_at is null
            """)
                .param("practice", practice.value())
                .param("account", account)
                .param("id", id)
                .param("now", Ledger.utc(clock.instant()))
                .update();
        if (dropped == 0) {
            throw new NotFound();
        }
        audit.append(practice, AuditEntry.of(by, "dropped", "needle-pattern", id));
    }
}
