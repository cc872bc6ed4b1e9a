package org.needlepoint.scheduling;

import java.util.UUID;
import org.needlepoint.shared.Uuid7;

/// A service that a practice offers.
public record ServiceId(UUID value) {
    public static ServiceId next() {
        return new ServiceId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
