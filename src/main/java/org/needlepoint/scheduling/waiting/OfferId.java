package org.needlepoint.scheduling.waiting;

import java.util.UUID;
import org.needlepoint.shared.Uuid7;

/// Names an opening offered to somebody on the waiting list.
public record OfferId(UUID value) {
    public static OfferId next() {
        return new OfferId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
