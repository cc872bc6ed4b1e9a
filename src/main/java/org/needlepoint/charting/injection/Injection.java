package org.needlepoint.charting.injection;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.intake.ConsentId;
import org.needlepoint.scheduling.AppointmentId;

/// An injection that was given.
///
/// @param confirmed what was asked before and confirmed
/// @param weighed   marks of the answers that were weighed before it for the first time at the visit
/// @param against   what stood against it and was recorded with it
/// @param reason    what the practitioner said; null where nothing had to be said
/// @param consent   the consent to injections that stood and covered the place; null when none did
/// @param inError   why it does not count; null while it does
public record Injection(
        InjectionId id,
        AppointmentId visit,
        Shot shot,
        Set<Doubt> confirmed,
        Set<String> weighed,
        Set<Obstacle> against,
        @Nullable String reason,
        Instant givenAt,
        Instant recordedAt,
        UUID recordedBy,
        @Nullable ConsentId consent,
        @Nullable String inError) {
    public Injection {
        confirmed = Set.copyOf(confirmed);
        weighed = Set.copyOf(weighed);
        against = Set.copyOf(against);
    }

    /// Whether it counts.
    public boolean counts() {
        return inError == null;
    }
}
