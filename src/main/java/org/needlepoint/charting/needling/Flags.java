package org.needlepoint.charting.needling;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.EventId;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Flags of sessions and the words that were said about them.
@Repository
public class Flags {
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Flags(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// Every flag of a session, in the order in which they were raised.
    @Transactional(readOnly = true)
    public List<Flag> of(PracticeId practice, SessionId session) {
        return jdbc.sql("""
            select f.id, f.session_id, f.event_id, f.kind, f.raised_at, r.word
              from charting.flag f
              left join charting.flag_resolution r on r.practice_id = f.practice_id and r.flag_id = f.id
             where f.practice_id = :practice
               and f.session_id = :session
             order by f.raised_at, f.id
            """)
                .param("practice", practice.value())
                .param("session", session.value())
                .query((rs, _) -> new Flag(
                        rs.getObject("id", UUID.class),
                        new SessionId(rs.getObject("session_id", UUID.class)),
                        new EventId(rs.getObject("event_id", UUID.class)),
                        Flag.Kind.of(rs.getString("kind")),
                        Ledger.instant(rs, "raised_at"),
                        rs.getString("word")))
                .list();
    }

    /// Of some sessions those with a flag about which nobody has said a word.
    @Transactional(readOnly = true)
    public Set<SessionId> standingAmong(PracticeId practice, Collection<SessionId> sessions) {
        return Set.copyOf(jdbc.sql("""
            select distinct f.session_id
              from charting.flag f
             where f.practice_id = :practice
               and f.session_id = any(:sessions)
               and not exists (select 1
                                 from charting.flag_resolution r
                                where r.practice_id = :practice
                                  and r.flag_id = f.id)
            """)
                .param("practice", practice.value())
                .param("sessions", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .query((rs, _) -> new SessionId(rs.getObject("session_id", UUID.class)))
                .list());
    }

    /// Says a word about every flag of one kind that stands.
    ///
    /// @param word 1..1000 characters
    @Transactional
    public void resolve(PracticeId practice, SessionId session, Flag.Kind kind, String word, Actor by) {
        var account = by.id();
        if (account == null) {
            throw new IllegalArgumentException("a flag is resolved by a person");
        }
        int resolved = jdbc.sql("""
            insert into charting.flag_resolution (practice_id, flag_id, word, resolved_at, resolved_by)
            select f.practice_id, f.id, :word, :now, :by
              from charting.flag f
             where f.practice_id = :practice
               and f.session_id = :session
               and f.kind = :kind
            on conflict do nothing
            """)
                .param("practice", practice.value())
                .param("session", session.value())
                .param("kind", kind.code())
                .param("word", word)
                .param("now", Ledger.utc(clock.instant()))
                .param("by", account)
                .update();
        if (resolved > 0) {
            audit.append(practice, AuditEntry.of(by, "resolved", "flag", session.value()));
        }
    }

    /// What stood against one entry.
    record Raised(EventId event, Flag.Kind kind) {}

    void raise(PracticeId practice, SessionId session, List<Raised> raised) {
        if (raised.isEmpty()) {
            return;
        }
        jdbc.sql("""
            insert into charting.flag (practice_id, id, session_id, event_id, kind, raised_at)
            select :practice, r.id, :session, r.event, r.kind, :now
              from unnest(cast(:ids as uuid[]), cast(:events as uuid[]), cast(:kinds as text[])) as r (id, event, kind)
            on conflict do nothing
            """)
                .param("practice", practice.value())
                .param("session", session.value())
                .param("ids", raised.stream().map(_ -> Uuid7.next()).toArray(UUID[]::new))
                .param("events", raised.stream().map(it -> it.event().value()).toArray(UUID[]::new))
                .param("kinds", raised.stream().map(it -> it.kind().code()).toArray(String[]::new))
                .param("now", Ledger.utc(clock.instant()))
                .update();
    }
}
