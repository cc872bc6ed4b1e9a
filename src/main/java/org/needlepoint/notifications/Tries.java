package org.needlepoint.notifications;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What became of each try to hand a message over, and what its service said later.
@Repository
class Tries {
    private final JdbcClient jdbc;
    private final Clock clock;

    Tries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Notes an outcome, in the caller's transaction.
    ///
    /// @param outcome a word that the table knows
    void note(PracticeId practice, MessageId message, String outcome, @Nullable String reason) {
        jdbc.sql("""
            insert into notifications.attempt (practice_id, id, message_id, at, outcome, reason)
            values (:practice, :id, :message, :now, :outcome, :reason)
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("message", message.value())
                .param("now", Outbox.utc(clock.instant()))
                .param("outcome", outcome)
                .param("reason", reason)
                .update();
    }
}
