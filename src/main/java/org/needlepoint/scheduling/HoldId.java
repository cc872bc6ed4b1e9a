package org.needlepoint.scheduling;

import java.util.UUID;
import org.needlepoint.shared.Uuid7;

/// An opening kept for a while.
public record HoldId(UUID value) {
    public static HoldId next() {
        return new HoldId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
