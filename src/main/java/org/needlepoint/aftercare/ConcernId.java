package org.needlepoint.aftercare;

import java.util.UUID;
import org.needlepoint.shared.Uuid7;

/// An answer that means danger, on the worklist.
public record ConcernId(UUID value) {
    static ConcernId next() {
        return new ConcernId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
