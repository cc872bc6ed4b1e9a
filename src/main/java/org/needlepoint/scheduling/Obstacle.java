package org.needlepoint.scheduling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What stands where a visit or a block should go.
///
/// @param resource    the practitioner, room, piece of equipment or patient that is taken
/// @param appointment the visit that takes it; null: a block, or an opening that somebody is about to book
/// @param block       the block that takes it; null: a visit, or an opening that somebody is about to book
public record Obstacle(
        Kind kind,
        UUID resource,
        Instant start,
        Instant end,
        @Nullable AppointmentId appointment,
        @Nullable BlockId block) {
    /// What is taken.
    public enum Kind {
        PRACTITIONER,
        ROOM,
        PATIENT,
        DEVICE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /// Somebody is filling in the form for this time; it is free again in some minutes unless they book.
    public boolean isHeld() {
        return appointment == null && block == null;
    }

    /// Those of what stands that meet what is wanted on the same lane.
    static List<Obstacle> between(Collection<Occupancies.Stretch> wanted, Collection<Standing> standing) {
        var met = new ArrayList<Obstacle>();
        for (var each : standing) {
            if (wanted.stream().anyMatch(each::meets)) {
                met.add(each.obstacle());
            }
        }
        return List.copyOf(met);
    }
}
