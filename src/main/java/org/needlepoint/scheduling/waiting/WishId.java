package org.needlepoint.scheduling.waiting;

import java.util.UUID;
import org.needlepoint.shared.Uuid7;

/// Names a wish on the waiting list.
public record WishId(UUID value) {
    public static WishId next() {
        return new WishId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
