package org.needlepoint.scheduling;

import java.time.ZonedDateTime;
import java.util.UUID;
import org.needlepoint.credentials.PractitionerId;

/// A time at which a service can be booked with a practitioner at a location. Start and end are in the location's zone.
public record Opening(PractitionerId practitioner, UUID location, ZonedDateTime start, ZonedDateTime end) {}
