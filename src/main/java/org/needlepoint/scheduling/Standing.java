package org.needlepoint.scheduling;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A stretch of time that a resource is taken for, and by what.
record Standing(
        Obstacle.Kind kind,
        UUID resource,
        int lane,
        Instant start,
        Instant end,
        @Nullable AppointmentId appointment,
        @Nullable BlockId block) {
    boolean meets(Occupancies.Stretch wanted) {
        return resource.equals(wanted.resource())
                && lane == wanted.lane()
                && start.isBefore(wanted.end())
                && wanted.start().isBefore(end);
    }

    Obstacle obstacle() {
        return new Obstacle(kind, resource, start, end, appointment, block);
    }
}
