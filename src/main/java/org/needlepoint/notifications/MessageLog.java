package org.needlepoint.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What a practice sent or tried to send, as its staff read it.
@Repository
public class MessageLog {
    private static final String SELECT = """
            select id, channel, recipient, kind, subject_id, state, attempts, created_at, sent_at, delivered_at,
                   next_try_at, last_error
              from notifications.message
             where practice_id = :practice
            """;

    /// Keeps to the order of an index, so that a page costs the same however much was sent before it.
    static final String NEWEST = """
               and (created_at, id) < (:at, :before)
             order by created_at desc, id desc
             limit :limit
            """;

    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;

    /// Which messages.
    public enum Shown {
        /// They have not arrived, or nobody knows.
        ATTENTION("state <> 'sent' and state in ('failed', 'unknown')"),
        /// They are on their way out.
        WAITING("state <> 'sent' and state in ('queued', 'sending')"),
        ALL("true");

        private final String condition;

        Shown(String condition) {
            this.condition = condition;
        }

        /// The word in addresses and message keys.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A message.
    ///
    /// @param subject   what it is about, such as an appointment's id
    /// @param nextTryAt when it is tried again; null when nothing is tried any more
    /// @param lastError why it did not leave or arrive, in words of our own
    public record Entry(
            MessageId id,
            Message.Channel channel,
            String recipient,
            Message.Kind kind,
            UUID subject,
            Outbox.State state,
            int attempts,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant nextTryAt,
            @Nullable String lastError) {}

    /// What became of one try, or what the service said later.
    ///
    /// @param outcome `accepted`, `refused`, `not-yet`, `unsure`, `given-up`, `sent`, `delivered` or `undelivered`
    public record Try(Instant at, String outcome, @Nullable String reason) {}

    MessageLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The newest messages.
    ///
    /// @param before only those older than this one; null for the first page
    @Transactional(readOnly = true)
    public List<Entry> newest(PracticeId practice, Shown shown, @Nullable Entry before, int limit) {
        var at = before == null ? Outbox.utc(END_OF_TIME) : Outbox.utc(before.createdAt());
        return jdbc.sql(SELECT + "   and " + shown.condition + "\n" + NEWEST)
                .param("practice", practice.value())
                .param("at", at)
                .param("before", before == null ? new UUID(-1, -1) : before.id().value())
                .param("limit", limit)
                .query((rs, _) -> entry(rs))
                .list();
    }

    /// One message; empty when the practice has none of that id.
    @Transactional(readOnly = true)
    public Optional<Entry> find(PracticeId practice, MessageId id) {
        return jdbc.sql(SELECT + "   and id = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .query((rs, _) -> entry(rs))
                .optional();
    }

    /// The messages about one thing, newest first.
    @Transactional(readOnly = true)
    public List<Entry> about(PracticeId practice, UUID subject) {
        return jdbc.sql(SELECT + """
               and subject_id = :subject
             order by created_at desc, id desc
            """)
                .param("practice", practice.value())
                .param("subject", subject)
                .query((rs, _) -> entry(rs))
                .list();
    }

    /// A message's history, the first try first.
    @Transactional(readOnly = true)
    public List<Try> tries(PracticeId practice, MessageId id) {
        return jdbc.sql("""
            select at, outcome, reason
              from notifications.attempt
             where practice_id = :practice
               and message_id = :id
             order by at, id
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((rs, _) -> new Try(
                        rs.getObject("at", OffsetDateTime.class).toInstant(),
                        rs.getString("outcome"),
                        rs.getString("reason")))
                .list();
    }

    private static Entry entry(ResultSet rs) throws SQLException {
        return new Entry(
                new MessageId(rs.getObject("id", UUID.class)),
                Message.Channel.valueOf(rs.getString("channel").toUpperCase(Locale.ROOT)),
                rs.getString("recipient"),
                Message.Kind.of(rs.getString("kind")),
                rs.getObject("subject_id", UUID.class),
                Outbox.State.valueOf(rs.getString("state").toUpperCase(Locale.ROOT)),
                rs.getInt("attempts"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(rs, "sent_at"),
                instant(rs, "delivered_at"),
                instant(rs, "next_try_at"),
                rs.getString("last_error"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var time = rs.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
