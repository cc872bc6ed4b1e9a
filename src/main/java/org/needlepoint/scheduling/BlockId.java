package org.needlepoint.scheduling;

import java.util.UUID;
import org.needlepoint.shared.Uuid7;

/// A block of a practice.
public record BlockId(UUID value) {
    public static BlockId next() {
        return new BlockId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
