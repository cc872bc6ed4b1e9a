package org.needlepoint.charting.rebook;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.needlepoint.scheduling.Opening;

/// A free time for the next visit, to be taken with one tap.
///
/// @param sameTime whether it is the time of day of the visit
public record Proposal(Kind kind, Opening opening, boolean sameTime) {
    /// How long until then.
    public enum Kind {
        ONE_WEEK,
        TWO_WEEKS,
        SOONEST;

        /// As message keys write it: `one-week`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// The soonest one keeps at least so many days from today.
    static final int DAYS_BETWEEN = 3;

    private static final int WEEK = 7;

    /// The same time in a week and in two, or the nearest to it on that day; and the soonest after some days. A time is
    /// proposed once.
    ///
    /// @param visit    when the visit began, in its location's zone
    /// @param openings by start
    static List<Proposal> of(LocalDateTime visit, LocalDate today, List<Opening> openings) {
        var proposals = new ArrayList<Proposal>();
        onDay(Kind.ONE_WEEK, visit.plusDays(WEEK), openings, proposals);
        onDay(Kind.TWO_WEEKS, visit.plusDays(2L * WEEK), openings, proposals);
        openings.stream()
                .filter(opening -> !opening.start().toLocalDate().isBefore(today.plusDays(DAYS_BETWEEN)))
                .findFirst()
                .ifPresent(opening -> add(Kind.SOONEST, opening, visit, proposals));
        return proposals.stream()
                .sorted(Comparator.comparing(proposal -> proposal.opening().start()))
                .toList();
    }

    private static void onDay(Kind kind, LocalDateTime wanted, List<Opening> openings, List<Proposal> into) {
        openings.stream()
                .filter(opening -> opening.start().toLocalDate().equals(wanted.toLocalDate()))
                .min(Comparator.comparing(
                        opening -> Duration.between(wanted, opening.start().toLocalDateTime())
                                .abs()))
                .ifPresent(opening -> add(kind, opening, wanted, into));
    }

    private static void add(Kind kind, Opening opening, LocalDateTime wanted, List<Proposal> into) {
        if (into.stream().noneMatch(proposal -> proposal.opening().equals(opening))) {
            into.add(new Proposal(kind, opening, opening.start().toLocalTime().equals(wanted.toLocalTime())));
        }
    }
}
