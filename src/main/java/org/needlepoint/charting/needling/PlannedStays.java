package org.needlepoint.charting.needling;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.EventId;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// When needles are due to come out: where to look for overdue ones. Whether one is still in, the ledger says.
@Repository
class PlannedStays {
    static final String DUE = """
        select distinct p.session_id
          from charting.planned_stay p
          join charting.session s on s.practice_id = p.practice_id and s.id = p.session_id
         where p.practice_id = :practice
           and p.due_at > :from
           and p.due_at <= :to
           and s.standing in ('open', 'reopened')
        """;

    private final JdbcClient jdbc;

    PlannedStays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// When the stay that an insertion began is over.
    record Stay(EventId insertion, Instant due) {}

    void add(PracticeId practice, SessionId session, List<Stay> planned) {
        if (planned.isEmpty()) {
            return;
        }
        jdbc.sql("""
            insert into charting.planned_stay (practice_id, event_id, session_id, due_at)
            select :practice, s.event, :session, s.due
              from unnest(cast(:events as uuid[]), cast(:dues as timestamptz[])) as s (event, due)
            on conflict do nothing
            """)
                .param("practice", practice.value())
                .param("session", session.value())
                .param(
                        "events",
                        planned.stream().map(it -> it.insertion().value()).toArray(UUID[]::new))
                .param("dues", planned.stream().map(it -> it.due().toString()).toArray(String[]::new))
                .update();
    }

    /// Unfinished sessions in which something was due after one time, and by another.
    List<SessionId> dueBetween(PracticeId practice, Instant from, Instant to) {
        return jdbc.sql(DUE)
                .param("practice", practice.value())
                .param("from", Ledger.utc(from))
                .param("to", Ledger.utc(to))
                .query((rs, _) -> new SessionId(rs.getObject("session_id", UUID.class)))
                .list();
    }
}
