package org.needlepoint.scheduling;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.shared.PracticeId;
import org.springframework.transaction.annotation.Transactional;

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
    /// @param minutes      for a visit of another length than the service's, 1..480; null: as long as the service
    public record Wish(
            ServiceId service,
            LocalDate from,
            LocalDate to,
            @Nullable PractitionerId practitioner,
            @Nullable UUID location,
            @Nullable Integer minutes) {
        /// As long as the service.
        public Wish(
                ServiceId service,
                LocalDate from,
                LocalDate to,
                @Nullable PractitionerId practitioner,
                @Nullable UUID location) {
            this(service, from, to, practitioner, location, null);
        }
    }

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

    private final Agenda agenda;

    FindOpenings(Agenda agenda) {
        this.agenda = agenda;
    }

    /// Openings of a service, with notice and horizon kept as for patients who book for themselves.
    @Transactional(readOnly = true)
    public Search find(PracticeId practice, Wish wish) {
        if (wish.to().isBefore(wish.from())) {
            return new Search.Backwards();
        }
        if (ChronoUnit.DAYS.between(wish.from(), wish.to()) >= MOST_DAYS) {
            return new Search.TooLong();
        }
        var found = agenda.offered(practice, wish.service(), wish.minutes());
        if (found.isEmpty()) {
            return new Search.Unknown("service");
        }
        var offered = found.get();
        if (wish.practitioner() != null && !offered.catalogue().everybody().contains(wish.practitioner())) {
            return new Search.Unknown("practitioner");
        }
        if (wish.location() != null && !offered.catalogue().zones().containsKey(wish.location())) {
            return new Search.Unknown("location");
        }
        var wanted = offered.only(wish.practitioner(), wish.location());
        return new Search.Found(agenda.openings(practice, wanted, wish.from(), wish.to()));
    }
}
