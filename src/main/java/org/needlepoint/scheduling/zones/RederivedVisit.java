package org.needlepoint.scheduling.zones;

import java.time.Instant;
import org.needlepoint.scheduling.AppointmentId;

/// A visit whose instant was derived again.
public record RederivedVisit(AppointmentId visit, Instant was, Instant is) {}
