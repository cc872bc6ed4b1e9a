package org.needlepoint.scheduling.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.needlepoint.scheduling.Opening;
import org.needlepoint.shared.Texts;

/// A series as it could be booked: every visit of the rhythm, each checked against what is free.
public record Proposal(List<Occurrence> occurrences) {
    public Proposal {
        occurrences = List.copyOf(occurrences);
    }

    /// What the answer depends on, besides the rhythm.
    ///
    /// @param openings by start, then in the practitioners' order; also a week before and after the rhythm's days
    /// @param visits   of the patient, those that are booked
    /// @param closed   days that are wholly closed, with the words for it
    /// @param horizon  the last day on which the service is booked as yet
    public record Calendar(
            List<Opening> openings, List<Visit> visits, Map<LocalDate, Texts> closed, LocalDate horizon) {
        /// The words for a closed day.
        Optional<Texts> closedOn(LocalDate day) {
            return Optional.ofNullable(closed.get(day));
        }
    }

    /// A visit that the patient has.
    ///
    /// @param start       local
    /// @param sameService whether days must lie between it and the series
    public record Visit(Instant startsAt, Instant endsAt, LocalDateTime start, boolean sameService) {
        boolean overlaps(Opening opening) {
            return startsAt.isBefore(opening.end().toInstant())
                    && endsAt.isAfter(opening.start().toInstant());
        }
    }

    /// Looks at every visit of a rhythm.
    public static Proposal of(Rhythm rhythm, Calendar calendar) {
        return new Proposal(new Proposing(rhythm, calendar).occurrences());
    }

    /// The visits that are not free as asked, in order.
    public List<Occurrence.Collides> collisions() {
        return occurrences.stream()
                .filter(Occurrence.Collides.class::isInstance)
                .map(Occurrence.Collides.class::cast)
                .toList();
    }
}
