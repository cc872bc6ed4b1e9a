package org.needlepoint.scheduling;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.shared.PracticeId;

/// Looks for openings of a service.
@org.springframework.stereotype.Service
public class FindOpenings {
    /// How many days one search may ask for.
    public static final int MOST_DAYS = 92;

    /// What is looked for.
    ///
    /// @param from         first local date, included
    /// @param to           last local date, included; at most [#MOST_DAYS] days with the first
    /// @param practitioner only theirs; null: anybody's
    /// @param location     only there; null: anywhere
    public record Wish(
            ServiceId service,
            LocalDate from,
            LocalDate to,
            @Nullable PractitionerId practitioner,
            @Nullable UUID location) {}

    /// What came of it.
    public sealed interface Search {
        /// By start, then by the practitioners' order; may be empty.
        record Found(List<Opening> openings) implements Search {}

        /// Refused: the practice has no such service, practitioner or location (another practice's are unknown too).
        record Unknown(String field) implements Search {}

        /// Refused: `to` is before `from`.
        record Backwards() implements Search {}

        /// Refused: more days than [#MOST_DAYS].
        record TooLong() implements Search {}
    }

    /// Openings of a service, with notice and horizon kept as for patients who book for themselves.
    public Search find(PracticeId practice, Wish wish) {
        throw new UnsupportedOperationException();
    }
}
