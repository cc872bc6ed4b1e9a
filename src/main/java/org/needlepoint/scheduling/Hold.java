package org.needlepoint.scheduling;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// An opening that is kept for somebody.
record Hold(
        HoldId id,
        ServiceId service,
        Openings.Slot slot,
        ZoneId zone,
        Instant expires,
        @Nullable AppointmentId appointment) {}
