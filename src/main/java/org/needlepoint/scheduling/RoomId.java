package org.needlepoint.scheduling;

import java.util.UUID;
import org.needlepoint.shared.Uuid7;

/// A room of a location.
public record RoomId(UUID value) {
    public static RoomId next() {
        return new RoomId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
