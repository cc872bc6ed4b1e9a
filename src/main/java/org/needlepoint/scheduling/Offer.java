package org.needlepoint.scheduling;

import java.util.UUID;
import org.needlepoint.credentials.PractitionerId;

/// A practitioner offers a service at a location.
public record Offer(ServiceId service, PractitionerId practitioner, UUID location) {}
