package org.needlepoint.scheduling;

import java.util.UUID;

/// A room of a location.
public record Room(RoomId id, UUID location, String name, int position) {}
