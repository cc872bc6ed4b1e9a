package org.needlepoint.notifications;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.notifications.Message.Channel;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Addresses that messages must not go to any more. Kept by address, not by person: who answers STOP owns the
/// phone, and nobody knows which of its users they are.
@Repository
public class OptOuts {
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    /// What is not wanted any more.
    public enum Stop {
        /// Nobody asked for them: reminders.
        REMINDERS,
        /// All of that channel, as the word STOP in a text message means.
        EVERYTHING;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How it became known.
    public enum Asked {
        /// An answer to a text message.
        REPLY,
        /// The link of a message.
        LINK,
        /// The text message service refuses that number.
        SERVICE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    OptOuts(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// Whether a message of this kind must not go there.
    @Transactional(readOnly = true)
    public boolean stops(PracticeId practice, Channel channel, String address, Message.Kind kind) {
        return inForce(practice, channel, address).stream().anyMatch(stop -> stop == Stop.EVERYTHING || kind.reminds());
    }

    /// What does not go there.
    @Transactional(readOnly = true)
    public List<Stop> inForce(PracticeId practice, Channel channel, String address) {
        return jdbc.sql("""
            select stops
              from notifications.opt_out
             where practice_id = :practice
               and channel = :channel
               and address = :address
               and lifted_at is null
            """)
                .param("practice", practice.value())
                .param("channel", code(channel))
                .param("address", key(address))
                .query((rs, _) -> Stop.valueOf(rs.getString("stops").toUpperCase(Locale.ROOT)))
                .list();
    }

    /// Stops messages to an address.
    ///
    /// @return false when they were stopped before
    @Transactional
    public boolean stop(PracticeId practice, Channel channel, String address, Stop what, Asked asked) {
        var id = Uuid7.next();
        int written = jdbc.sql("""
            insert into notifications.opt_out (practice_id, id, channel, address, stops, asked, at)
            values (:practice, :id, :channel, :address, :stops, :asked, :now)
            on conflict (practice_id, channel, address, stops) where lifted_at is null
            do nothing
            """)
                .param("practice", practice.value())
                .param("id", id)
                .param("channel", code(channel))
                .param("address", key(address))
                .param("stops", what.code())
                .param("asked", asked.code())
                .param("now", Outbox.utc(clock.instant()))
                .update();
        if (written == 1) {
            audit.append(practice, AuditEntry.of(Actor.GUEST, "stopped", "messages", id));
        }
        return written == 1;
    }

    /// Lets messages go to an address again: whoever has it asked for that.
    ///
    /// @return false when nothing was stopped
    @Transactional
    public boolean lift(PracticeId practice, Channel channel, String address, Set<Stop> what, Actor actor) {
        var lifted = jdbc.sql("""
            update notifications.opt_out
               set lifted_at = :now
             where practice_id = :practice
               and channel = :channel
               and address = :address
               and stops in (:what)
               and lifted_at is null
            returning id
            """)
                .param("practice", practice.value())
                .param("channel", code(channel))
                .param("address", key(address))
                .param("what", what.stream().map(Stop::code).toList())
                .param("now", Outbox.utc(clock.instant()))
                .query((rs, _) -> rs.getObject("id", UUID.class))
                .list();
        lifted.forEach(id -> audit.append(practice, AuditEntry.of(actor, "resumed", "messages", id)));
        return !lifted.isEmpty();
    }

    private static String code(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }

    /// Mail programs write the same address in capitals or not.
    private static String key(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
