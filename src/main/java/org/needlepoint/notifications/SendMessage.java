package org.needlepoint.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.jobs.JobHandler;
import org.needlepoint.jobs.Jobs;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Sends one message of the outbox.
///
/// "Sending" is committed before the message leaves. A message found in that state was in somebody's hands when the
/// application stopped: an urgent one is sent again, a routine one is shown as unknown. Exactly once does not exist.
@Component
class SendMessage implements JobHandler {
    static final String KIND = "notifications.send";

    static final String NO_SERVER = "no-mail-server";
    private static final String STOPPED = "stopped-while-sending";
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

    /// With the pauses between them, about eleven hours.
    private static final int ATTEMPTS = 14;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Jobs jobs;
    private final Envelope envelope;
    private final Post post;
    private final Tries tries;
    private final OptOuts optOuts;
    private final Clock clock;

    /// A message in this node's hands.
    record Letter(
            MessageId id,
            Message.Channel channel,
            String recipient,
            Locale locale,
            Message.Kind kind,
            UUID subject,
            boolean urgent,
            String messageId,
            int attempts,
            Envelope.Content content) {}

    private record Row(
            Outbox.State state,
            Message.Channel channel,
            String recipient,
            Locale locale,
            Message.Kind kind,
            UUID subject,
            boolean urgent,
            Envelope.@Nullable Content content,
            String messageId,
            int attempts,
            @Nullable Instant notAfter) {}

    SendMessage(
            JdbcClient jdbc,
            TransactionOperations transaction,
            Jobs jobs,
            Envelope envelope,
            Post post,
            Tries tries,
            OptOuts optOuts,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.jobs = jobs;
        this.envelope = envelope;
        this.post = post;
        this.tries = tries;
        this.optOuts = optOuts;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(PracticeId practice, UUID subject) {
        var id = new MessageId(subject);
        Optional<Letter> taken = transaction.execute(_ -> take(practice, id));
        if (taken == null || taken.isEmpty()) {
            return;
        }
        var letter = taken.get();
        var outcome = post.handOver(practice, letter);
        transaction.executeWithoutResult(_ -> settle(practice, letter, outcome));
    }

    /// Empty when there is nothing to send any more, or not now.
    private Optional<Letter> take(PracticeId practice, MessageId id) {
        var row = lock(practice, id);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        var message = row.get();
        return switch (message.state()) {
            case SENT, UNKNOWN, FAILED -> Optional.empty();
            case QUEUED -> begin(practice, id, message);
            case SENDING -> {
                if (message.urgent()) {
                    yield begin(practice, id, message);
                }
                tries.note(practice, id, "unsure", STOPPED);
                end(practice, id, Outbox.State.UNKNOWN, STOPPED);
                yield Optional.empty();
            }
        };
    }

    private Optional<Letter> begin(PracticeId practice, MessageId id, Row message) {
        if (message.notAfter() != null && !clock.instant().isBefore(message.notAfter())) {
            giveUp(practice, id, "too-late");
            return Optional.empty();
        }
        if (optOuts.stops(practice, message.channel(), message.recipient(), message.kind())) {
            giveUp(practice, id, Handover.Refused.OPTED_OUT);
            return Optional.empty();
        }
        if (message.channel() == Message.Channel.EMAIL && !post.canSendMail()) {
            again(practice, id, message.attempts(), NO_SERVER, clock.instant().plus(LOOK_AGAIN));
            return Optional.empty();
        }
        if (message.content() == null) {
            throw new IllegalStateException("message " + id + " is unsent and has lost its content");
        }
        jdbc.sql("""
            update notifications.message
               set state = 'sending',
                   attempts = attempts + 1,
                   next_try_at = null,
                   changed_at = :now
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("now", Outbox.utc(clock.instant()))
                .update();
        return Optional.of(new Letter(
                id,
                message.channel(),
                message.recipient(),
                message.locale(),
                message.kind(),
                message.subject(),
                message.urgent(),
                message.messageId(),
                message.attempts() + 1,
                message.content()));
    }

    /// A receipt may have come before the answer, and then it has the last word.
    private void settle(PracticeId practice, Letter letter, Handover outcome) {
        if (lock(practice, letter.id())
                .filter(row -> row.state() == Outbox.State.SENDING)
                .isEmpty()) {
            return;
        }
        switch (outcome) {
            case Handover.Accepted(var providerId) -> {
                tries.note(practice, letter.id(), "accepted", null);
                name(practice, letter.id(), providerId);
                end(practice, letter.id(), Outbox.State.SENT, null);
            }
            case Handover.Refused(var reason) -> {
                tries.note(practice, letter.id(), "refused", reason);
                end(practice, letter.id(), Outbox.State.FAILED, reason);
                if (reason.equals(Handover.Refused.OPTED_OUT)) {
                    optOuts.stop(
                            practice,
                            letter.channel(),
                            letter.recipient(),
                            OptOuts.Stop.EVERYTHING,
                            OptOuts.Asked.SERVICE);
                }
            }
            case Handover.NotYet(var reason) -> {
                tries.note(practice, letter.id(), "not-yet", reason);
                retry(practice, letter, reason);
            }
            case Handover.Unsure(var reason) -> {
                tries.note(practice, letter.id(), "unsure", reason);
                if (letter.urgent()) {
                    retry(practice, letter, reason);
                } else {
                    end(practice, letter.id(), Outbox.State.UNKNOWN, reason);
                }
            }
        }
    }

    private void retry(PracticeId practice, Letter letter, String reason) {
        if (letter.attempts() >= ATTEMPTS) {
            giveUp(practice, letter.id(), reason);
            return;
        }
        var pause = Duration.ofSeconds(10L << Math.min(letter.attempts() - 1, 10));
        again(practice, letter.id(), letter.attempts(), reason, clock.instant().plus(pause));
    }

    private void giveUp(PracticeId practice, MessageId id, String reason) {
        tries.note(practice, id, "given-up", reason);
        end(practice, id, Outbox.State.FAILED, reason);
    }

    private void name(PracticeId practice, MessageId id, String providerId) {
        jdbc.sql("""
            update notifications.message
               set provider_id = nullif(:provider, '')
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("provider", providerId)
                .update();
    }

    private void again(PracticeId practice, MessageId id, int attempts, String reason, Instant at) {
        jdbc.sql("""
            update notifications.message
               set state = 'queued',
                   attempts = :attempts,
                   last_error = :reason,
                   next_try_at = :at,
                   changed_at = :now
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("attempts", attempts)
                .param("at", Outbox.utc(at))
                .param("reason", reason)
                .param("now", Outbox.utc(clock.instant()))
                .update();
        jobs.plan(practice, KIND, id.value(), at);
    }

    /// What the message said is erased with its last state.
    private void end(PracticeId practice, MessageId id, Outbox.State state, @Nullable String reason) {
        var now = Outbox.utc(clock.instant());
        jdbc.sql("""
            update notifications.message
               set state = :state,
                   sealed = null,
                   next_try_at = null,
                   sent_at = :sentAt,
                   last_error = :reason,
                   changed_at = :now
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("state", state.name().toLowerCase(Locale.ROOT))
                .param("sentAt", state == Outbox.State.SENT ? now : null)
                .param("reason", reason)
                .param("now", now)
                .update();
    }

    private Optional<Row> lock(PracticeId practice, MessageId id) {
        return jdbc.sql("""
            select state, channel, recipient, locale, kind, subject_id, urgent, sealed, message_id, attempts, not_after
              from notifications.message
             where practice_id = :practice
               and id = :id
               for update
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((rs, _) -> {
                    var notAfter = rs.getObject("not_after", OffsetDateTime.class);
                    return new Row(
                            Outbox.State.valueOf(rs.getString("state").toUpperCase(Locale.ROOT)),
                            Message.Channel.valueOf(rs.getString("channel").toUpperCase(Locale.ROOT)),
                            rs.getString("recipient"),
                            Locale.forLanguageTag(rs.getString("locale")),
                            Message.Kind.of(rs.getString("kind")),
                            rs.getObject("subject_id", UUID.class),
                            rs.getBoolean("urgent"),
                            rs.getBytes("sealed") == null ? null : envelope.open(id, rs.getBytes("sealed")),
                            rs.getString("message_id"),
                            rs.getInt("attempts"),
                            notAfter == null ? null : notAfter.toInstant());
                })
                .optional();
    }
}
