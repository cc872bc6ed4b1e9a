package org.needlepoint.aftercare;

import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What each practice advises where the sources disagree. Choices are added; the newest of a topic counts.
@Repository
public class Protocols {
    private final JdbcClient jdbc;
    private final Knowledge knowledge;
    private final AuditTrail audit;
    private final Clock clock;

    Protocols(JdbcClient jdbc, Knowledge knowledge, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.knowledge = knowledge;
        this.audit = audit;
        this.clock = clock;
    }

    /// The practice's protocol as it stands.
    @Transactional(readOnly = true)
    public Protocol of(PracticeId practice) {
        var choices = new HashMap<String, Optional<String>>();
        jdbc.sql("""
            select topic, advice
              from aftercare.protocol_choice
             where practice_id = :practice
             order by chosen_at, id
            """).param("practice", practice.value()).query(rs -> {
            choices.put(rs.getString("topic"), Optional.ofNullable(rs.getString("advice")));
        });
        return new Protocol(choices);
    }

    /// Chooses what the practice advises on a topic; the same choice again changes nothing.
    ///
    /// @param advice the id of one of the topic's pieces of advice; null to give none
    /// @throws IllegalArgumentException when the topic is not for the practice to decide, or has no such advice
    @Transactional
    public void choose(PracticeId practice, String topic, @Nullable String advice, Actor by) {
        var choosable = Protocol.topics(knowledge.aftercare()).stream()
                .filter(each -> each.name().equals(topic))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a practice does not decide on " + topic));
        if (advice != null
                && choosable.advice().stream().noneMatch(each -> each.id().equals(advice))) {
            throw new IllegalArgumentException("no advice on " + topic + " is called " + advice);
        }
        if (Optional.ofNullable(advice).equals(of(practice).choices().get(topic))) {
            return;
        }
        var id = Uuid7.next();
        jdbc.sql("""
            insert into aftercare.protocol_choice (practice_id, id, topic, advice, chosen_at, by_kind, by_id)
            values (:practice, :id, :topic, :advice, :now, :byKind, :by)
            """)
                .param("practice", practice.value())
                .param("id", id)
                .param("topic", topic)
                .param("advice", advice)
                .param("now", Plans.utc(clock.instant()))
                .param("byKind", by.kind().name().toLowerCase(Locale.ROOT))
                .param("by", by.id())
                .update();
        audit.append(practice, AuditEntry.of(by, "chose", "aftercare-protocol", id));
    }
}
