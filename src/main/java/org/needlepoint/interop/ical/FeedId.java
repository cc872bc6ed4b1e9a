package org.needlepoint.interop.ical;

import java.util.UUID;
import org.needlepoint.shared.Uuid7;

/// A calendar feed's id. It is no secret: the address carries a token of its own.
public record FeedId(UUID value) {
    public static FeedId next() {
        return new FeedId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
