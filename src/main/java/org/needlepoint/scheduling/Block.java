package org.needlepoint.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;

/// Time that staff keep a practitioner, a room or a piece of equipment free of visits: lunch, a meeting, cleaning.
///
/// @param localStart what was entered, in `zone`; `startsAt` and `endsAt` are derived from it
/// @param label      what it is for, at most 200 characters; may be empty
/// @param version    carried by forms, so that two people never overwrite each other
public record Block(
        BlockId id,
        Kind kind,
        UUID resource,
        LocalDateTime localStart,
        LocalDateTime localEnd,
        ZoneId zone,
        Instant startsAt,
        Instant endsAt,
        String label,
        int version) {
    /// A local day at most: where clocks are put back it has 25 hours, at Troll Station 26.
    public static final Duration LONGEST = Duration.ofHours(26);

    /// What is kept free.
    public enum Kind {
        PRACTITIONER,
        ROOM,
        DEVICE;

        public String code() {
            return obstacle().code();
        }

        /// The kind of a code.
        ///
        /// @throws IllegalArgumentException for a code that is none
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }

        Obstacle.Kind obstacle() {
            return switch (this) {
                case PRACTITIONER -> Obstacle.Kind.PRACTITIONER;
                case ROOM -> Obstacle.Kind.ROOM;
                case DEVICE -> Obstacle.Kind.DEVICE;
            };
        }
    }
}
