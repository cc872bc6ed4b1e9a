package org.needlepoint.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.jobs.Jobs;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What a practice sends to people, from the transaction that causes it to the moment it has left.
@Repository
public class Outbox {
    private static final Duration SHOWN = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final Envelope envelope;
    private final MailServer server;
    private final Clock clock;

    /// How far a message has come. UNKNOWN: the application stopped while it was being sent; it may have arrived or
    /// not.
    public enum State {
        QUEUED,
        SENDING,
        SENT,
        UNKNOWN,
        FAILED
    }

    /// A message as staff see it.
    ///
    /// @param lastError the kind of the last fault, such as `no-mail-server`, never a server's words
    public record Line(
            MessageId id,
            Message.Channel channel,
            Message.Kind kind,
            State state,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable String lastError) {}

    /// Whether messages leave, and what has not left.
    ///
    /// @param canSendMail false when no mail server is set up: mail waits
    public record Standing(boolean canSendMail, int waiting, int unknown, int failed) {}

    Outbox(JdbcClient jdbc, Jobs jobs, Envelope envelope, MailServer server, Clock clock) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.envelope = envelope;
        this.server = server;
        this.clock = clock;
    }

    /// Keeps a message in the caller's transaction; it is sent after the commit, or never.
    @Transactional(propagation = Propagation.MANDATORY)
    public MessageId queue(PracticeId practice, Message message) {
        var id = MessageId.next();
        var now = clock.instant();
        jdbc.sql("""
            insert into notifications.message
              (practice_id, id, channel, recipient, locale, kind, subject_id, urgent, sealed, message_id,
               created_at, not_after, changed_at)
            values
              (:practice, :id, :channel, :recipient, :locale, :kind, :subject, :urgent, :sealed, :messageId,
               :now, :notAfter, :now)
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("channel", message.channel().name().toLowerCase(Locale.ROOT))
                .param("recipient", message.recipient())
                .param("locale", "es".equals(message.locale().getLanguage()) ? "es" : "en")
                .param("kind", message.kind().code())
                .param("subject", message.subject())
                .param("urgent", message.kind().urgent())
                .param("sealed", envelope.seal(id, new Envelope.Content(message.path(), message.code())))
                .param("messageId", envelope.messageIdOf(id))
                .param("now", utc(now))
                .param("notAfter", message.notAfter() == null ? null : utc(message.notAfter()))
                .update();
        jobs.plan(practice, SendMessage.KIND, id.value(), now);
        return id;
    }

    /// The messages about one thing, newest first.
    @Transactional(readOnly = true)
    public List<Line> about(PracticeId practice, UUID subject) {
        return jdbc.sql("""
            select id, channel, kind, state, created_at, sent_at, last_error
              from notifications.message
             where practice_id = :practice
               and subject_id = :subject
             order by created_at desc, id desc
            """)
                .param("practice", practice.value())
                .param("subject", subject)
                .query((rs, _) -> {
                    var sentAt = rs.getObject("sent_at", OffsetDateTime.class);
                    return new Line(
                            new MessageId(rs.getObject("id", UUID.class)),
                            Message.Channel.valueOf(rs.getString("channel").toUpperCase(Locale.ROOT)),
                            Message.Kind.of(rs.getString("kind")),
                            State.valueOf(rs.getString("state").toUpperCase(Locale.ROOT)),
                            rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                            sentAt == null ? null : sentAt.toInstant(),
                            rs.getString("last_error"));
                })
                .list();
    }

    /// What has not left, for the staff's page; what is lost is shown for a week.
    @Transactional(readOnly = true)
    public Standing standing(PracticeId practice) {
        return jdbc.sql("""
            select count(*) filter (where state in ('queued', 'sending')) as waiting,
                   count(*) filter (where state = 'unknown' and changed_at >= :since) as unknown,
                   count(*) filter (where state = 'failed' and changed_at >= :since) as failed
              from notifications.message
             where practice_id = :practice
               and state <> 'sent'
            """)
                .param("practice", practice.value())
                .param("since", utc(clock.instant().minus(SHOWN)))
                .query((rs, _) -> new Standing(
                        server.sender().isPresent(), rs.getInt("waiting"), rs.getInt("unknown"), rs.getInt("failed")))
                .single();
    }

    static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
