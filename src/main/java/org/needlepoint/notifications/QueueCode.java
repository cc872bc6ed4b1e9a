package org.needlepoint.notifications;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.needlepoint.identity.CodeSender;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.stereotype.Component;

/// Sends one-time codes through the outbox: urgent, and worthless after ten minutes.
@Component
class QueueCode implements CodeSender {
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private final Outbox outbox;
    private final Clock clock;

    QueueCode(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void send(PracticeId practice, String recipient, String code, Locale locale) {
        var channel = recipient.indexOf('@') < 0 ? Message.Channel.SMS : Message.Channel.EMAIL;
        var until = clock.instant().plus(GOOD_FOR);
        outbox.queue(practice, Message.ofCode(channel, recipient, locale, Uuid7.next(), code, until));
    }
}
