package org.needlepoint.scheduling;

import java.util.UUID;
import org.needlepoint.shared.Uuid7;

/// A booked visit.
public record AppointmentId(UUID value) {
    public static AppointmentId next() {
        return new AppointmentId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
