package org.needlepoint.aftercare;

import java.util.UUID;
import org.needlepoint.shared.Uuid7;

/// What follows one visit with needles.
public record PlanId(UUID value) {
    static PlanId next() {
        return new PlanId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
