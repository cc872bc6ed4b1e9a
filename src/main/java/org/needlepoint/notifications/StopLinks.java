package org.needlepoint.notifications;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.keys.SignedLinks;
import org.needlepoint.notifications.Message.Channel;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The link at the end of a reminder that ends reminders to the address it came to. It asks for no birth date: whoever
/// got the message has the address.
@Component
public class StopLinks {
    /// Long enough for a mail that is found much later.
    private static final Duration GOOD_FOR = Duration.ofDays(365);

    private final SignedLinks links;
    private final OptOuts optOuts;
    private final JdbcClient jdbc;
    private final Clock clock;

    /// An address that reminders go to.
    public record Address(Channel channel, String value) {
        /// So much of it that its owner knows it and nobody else learns it: `a…@example.org`, `…0123`.
        public String hint() {
            return switch (channel) {
                case EMAIL -> value.substring(0, 1) + "…" + value.substring(value.lastIndexOf('@'));
                case SMS -> "…" + value.substring(Math.max(0, value.length() - 4));
            };
        }
    }

    StopLinks(SignedLinks links, OptOuts optOuts, JdbcClient jdbc, Clock clock) {
        this.links = links;
        this.optOuts = optOuts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    String path(Practice practice, MessageId message) {
        var expires = clock.instant().plus(GOOD_FOR);
        return "/p/" + practice.slug() + "/stop/"
                + links.issue(practice.id(), SignedLinks.Purpose.STOP_REMINDERS, message.value(), expires);
    }

    /// The address that a link stands for; empty when the link is none, is too old, or its message is gone.
    @Transactional(readOnly = true)
    public Optional<Address> read(PracticeId practice, String token) {
        return links.read(practice, SignedLinks.Purpose.STOP_REMINDERS, token)
                        instanceof SignedLinks.Reading.Valid(UUID message)
                ? recipient(practice, message)
                : Optional.empty();
    }

    private Optional<Address> recipient(PracticeId practice, UUID message) {
        return jdbc.sql("""
            select channel, recipient
              from notifications.message
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", message)
                .query((rs, _) -> new Address(
                        Channel.valueOf(rs.getString("channel").toUpperCase(Locale.ROOT)), rs.getString("recipient")))
                .optional();
    }

    /// Ends reminders to the address of a link; empty as [#read].
    @Transactional
    public Optional<Address> stop(PracticeId practice, String token) {
        var address = read(practice, token);
        address.ifPresent(found ->
                optOuts.stop(practice, found.channel(), found.value(), OptOuts.Stop.REMINDERS, OptOuts.Asked.LINK));
        return address;
    }
}
