package org.needlepoint.scheduling.zones;

import java.time.Instant;
import org.needlepoint.scheduling.AppointmentId;

/// A visit whose instant was derived again.
///
/// @param collides whether somebody or something of it is taken at that time by another: staff decide which one moves
public record RederivedVisit(AppointmentId visit, Instant was, Instant is, boolean collides) {}
