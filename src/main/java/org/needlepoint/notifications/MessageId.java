package org.needlepoint.notifications;

import java.util.UUID;
import org.needlepoint.shared.Uuid7;

/// A message in the outbox.
public record MessageId(UUID value) {
    static MessageId next() {
        return new MessageId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
