package org.needlepoint.scheduling;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;

/// Where and when staff put a visit: at any five minutes, not only at an opening.
///
/// @param minutes     5..480; null: as long as the service. Of any other length than the service's, the
///                    practitioner is needed throughout
/// @param room        null: the room it has, or else the first that is free
/// @param overlap     null: the practitioner must be free; else another visit of theirs does not stand in the way
/// @param beyondHours whether it may lie outside the practitioner's hours, because whoever places it says so
public record Place(
        PractitionerId practitioner,
        UUID location,
        Instant start,
        @Nullable Integer minutes,
        @Nullable RoomId room,
        @Nullable Overlap overlap,
        boolean beyondHours) {
    /// Visits start on such minutes.
    public static final int STEP_MINUTES = 5;

    public Place {
        if (minutes != null && (minutes < STEP_MINUTES || minutes > 480)) {
            throw new IllegalArgumentException("minutes must be 5..480, was " + minutes);
        }
    }

    /// As long as the service, in the first room that is free, within hours.
    public static Place at(PractitionerId practitioner, UUID location, Instant start) {
        return new Place(practitioner, location, start, null, null, null, false);
    }

    /// The same, of another length.
    public Place lasting(int newMinutes) {
        return new Place(practitioner, location, start, newMinutes, room, overlap, beyondHours);
    }

    /// The same, in a room.
    public Place in(RoomId newRoom) {
        return new Place(practitioner, location, start, minutes, newRoom, overlap, beyondHours);
    }

    /// The same, over another visit of the practitioner's.
    public Place over(Overlap deliberate) {
        return new Place(practitioner, location, start, minutes, room, deliberate, beyondHours);
    }

    /// The same, whatever the practitioner's hours.
    public Place beyond() {
        return new Place(practitioner, location, start, minutes, room, overlap, true);
    }
}
