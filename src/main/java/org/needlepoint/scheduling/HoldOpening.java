package org.needlepoint.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.shared.PracticeId;

/// Keeps an opening for somebody while they fill in the form.
@org.springframework.stereotype.Service
public class HoldOpening {
    /// How long an opening is kept.
    public static final Duration KEPT = Duration.ofMinutes(15);

    /// What came of it.
    public sealed interface Holding {
        /// Kept until then.
        record Held(HoldId id, Instant expires, Opening opening) implements Holding {}

        /// Refused: somebody else has it. The nearest openings that are free, at most three.
        record Taken(List<Opening> alternatives) implements Holding {}

        /// Refused: not a time at which this service is offered, or no such service, practitioner or location here.
        ///
        /// @param field `service`, `practitioner`, `location` or `start`
        record NotOffered(String field) implements Holding {}

        /// Refused: this client keeps so many openings already.
        record TooMany(int most) implements Holding {}
    }

    /// Keeps an opening.
    ///
    /// @param client keyed hash of the client's address ([BookingClients])
    public Holding hold(
            PracticeId practice,
            ServiceId service,
            PractitionerId practitioner,
            UUID location,
            Instant start,
            String client) {
        throw new UnsupportedOperationException();
    }
}
