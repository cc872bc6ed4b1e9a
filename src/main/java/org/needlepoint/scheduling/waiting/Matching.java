package org.needlepoint.scheduling.waiting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.scheduling.Opening;
import org.needlepoint.scheduling.ServiceId;

/// The rule of the waiting list: whoever waits longest among those who could come is offered an opening first, and of
/// several openings the earliest.
final class Matching {
    private Matching() {}

    /// A wish and what stands in its way.
    ///
    /// @param offered openings that were offered to this wish before: nobody is asked twice
    /// @param busy    when the patient is elsewhere
    record Candidate(Wish wish, Set<Slot> offered, List<Span> busy) {
        boolean couldTake(Opening opening) {
            return wish.wanted().fits(opening)
                    && !offered.contains(Slot.of(opening))
                    && busy.stream().noneMatch(span -> span.touches(opening));
        }
    }

    /// An opening as people remember it.
    record Slot(PractitionerId practitioner, UUID location, Instant start) {
        static Slot of(Opening opening) {
            return new Slot(
                    opening.practitioner(), opening.location(), opening.start().toInstant());
        }
    }

    /// A stretch of time.
    record Span(Instant start, Instant end) {
        boolean touches(Opening opening) {
            return start.isBefore(opening.end().toInstant())
                    && end.isAfter(opening.start().toInstant());
        }
    }

    /// Who is offered what.
    record Match(Wish wish, Opening opening) {}

    /// Goes through the list in the order given, longest waiting first. An opening is offered once, and nothing that
    /// overlaps it with the same practitioner.
    ///
    /// @param openings   of a service, by start
    /// @param inGoodTime whether a wish still leaves time to answer for an opening
    static List<Match> of(
            Collection<Candidate> waiting,
            Function<ServiceId, List<Opening>> openings,
            BiPredicate<Wish, Opening> inGoodTime) {
        var matches = new ArrayList<Match>();
        for (var candidate : waiting) {
            best(candidate, openings, inGoodTime, matches).ifPresent(matches::add);
        }
        return List.copyOf(matches);
    }

    private static Optional<Match> best(
            Candidate candidate,
            Function<ServiceId, List<Opening>> openings,
            BiPredicate<Wish, Opening> inGoodTime,
            List<Match> given) {
        var wish = candidate.wish();
        return openings.apply(wish.wanted().service()).stream()
                .filter(candidate::couldTake)
                .filter(opening -> inGoodTime.test(wish, opening))
                .filter(opening -> given.stream().noneMatch(match -> inTheWay(match, candidate, opening)))
                .findFirst()
                .map(opening -> new Match(wish, opening));
    }

    /// The practitioner is given to somebody else then, or the same person to another visit.
    private static boolean inTheWay(Match given, Candidate candidate, Opening opening) {
        var sameResource = given.opening().practitioner().equals(opening.practitioner())
                || given.wish().patient().equals(candidate.wish().patient());
        return sameResource
                && new Span(
                                given.opening().start().toInstant(),
                                given.opening().end().toInstant())
                        .touches(opening);
    }
}
