package org.needlepoint.notifications;

import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.needlepoint.jobs.Jobs;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What a service says later of a message that it took. It settles what was unsure, and takes back what was not so.
@Repository
public class Receipts {
    private final JdbcClient jdbc;
    private final Tries tries;
    private final OptOuts optOuts;
    private final Jobs jobs;
    private final Clock clock;

    /// What it says.
    public sealed interface Receipt {
        /// It is on its way to the phone.
        record Sent() implements Receipt {}

        /// The phone has it.
        record Delivered() implements Receipt {}

        /// The phone will not get it.
        ///
        /// @param reason in words of our own
        record NotDelivered(String reason) implements Receipt {}
    }

    private record Row(Outbox.State state, Message.Channel channel, String recipient, boolean delivered) {}

    Receipts(JdbcClient jdbc, Tries tries, OptOuts optOuts, Jobs jobs, Clock clock) {
        this.jdbc = jdbc;
        this.tries = tries;
        this.optOuts = optOuts;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// Notes a receipt; one about an unknown message, or that says nothing new, changes nothing.
    @Transactional
    public void note(PracticeId practice, MessageId id, Receipt receipt) {
        var row = jdbc.sql("""
            select state, channel, recipient, delivered_at is not null as delivered
              from notifications.message
             where practice_id = :practice
               and id = :id
               for update
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((rs, _) -> new Row(
                        Outbox.State.valueOf(rs.getString("state").toUpperCase(Locale.ROOT)),
                        Message.Channel.valueOf(rs.getString("channel").toUpperCase(Locale.ROOT)),
                        rs.getString("recipient"),
                        rs.getBoolean("delivered")))
                .optional();
        if (row.isEmpty() || row.get().delivered()) {
            return;
        }
        switch (receipt) {
            case Receipt.Sent _ -> {
                if (row.get().state() != Outbox.State.SENT && row.get().state() != Outbox.State.FAILED) {
                    settle(practice, id, Outbox.State.SENT, "sent", null);
                }
            }
            case Receipt.Delivered _ -> settle(practice, id, Outbox.State.SENT, "delivered", null);
            case Receipt.NotDelivered(var reason) -> {
                if (row.get().state() != Outbox.State.FAILED) {
                    settle(practice, id, Outbox.State.FAILED, "undelivered", reason);
                    stopIfAsked(practice, row.get(), reason);
                }
            }
        }
    }

    private void stopIfAsked(PracticeId practice, Row row, String reason) {
        if (reason.equals(Handover.Refused.OPTED_OUT)) {
            optOuts.stop(practice, row.channel(), row.recipient(), OptOuts.Stop.EVERYTHING, OptOuts.Asked.SERVICE);
        }
    }

    private void settle(
            PracticeId practice, MessageId id, Outbox.State state, String outcome, @Nullable String reason) {
        var now = Outbox.utc(clock.instant());
        jdbc.sql("""
            update notifications.message
               set state = :state,
                   sealed = null,
                   next_try_at = null,
                   sent_at = coalesce(sent_at, :now),
                   delivered_at = :deliveredAt,
                   last_error = :reason,
                   changed_at = :now
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("state", state.name().toLowerCase(Locale.ROOT))
                .param("deliveredAt", outcome.equals("delivered") ? now : null)
                .param("reason", reason)
                .param("now", now)
                .update();
        tries.note(practice, id, outcome, reason);
        jobs.cancel(practice, SendMessage.KIND, id.value());
    }
}
