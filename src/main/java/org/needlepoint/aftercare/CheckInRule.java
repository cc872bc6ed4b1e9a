package org.needlepoint.aftercare;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.WatchQuestion.Window;

/// When a patient is asked after needles (rules K1, K2, C6, F4).
///
/// After a first or a flagged visit: in hours, after one, two and three days; after later visits the next day. What was
/// needled adds the windows of its own questions. Nobody is asked at night, and the next visit ends the asking.
final class CheckInRule {
    private static final LocalTime NIGHT = LocalTime.of(21, 0);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime BEFORE_BED = LocalTime.of(20, 30);
    private static final LocalTime LIST = LocalTime.of(7, 0);
    private static final Duration HOURS = Duration.ofHours(4);
    private static final Duration SOONEST = Duration.ofMinutes(30);
    private static final Duration PATIENCE = Duration.ofHours(2);

    private CheckInRule() {}

    /// What the times depend on.
    ///
    /// @param ended     the end of the needling
    /// @param zone      where the patient was treated
    /// @param watched   the windows of the questions that what was needled asks for
    /// @param nextVisit when the patient comes again; null when nothing is booked
    record Facts(
            Instant ended,
            ZoneId zone,
            boolean firstVisit,
            boolean flagged,
            Set<Window> watched,
            @Nullable Instant nextVisit) {
        Facts {
            watched = Set.copyOf(watched);
        }
    }

    /// One time to ask.
    record Due(Window window, Instant at) {}

    /// In the order of time.
    static List<Due> plan(Facts facts) {
        var windows = EnumSet.of(Window.ONE_DAY);
        if (facts.firstVisit() || facts.flagged()) {
            windows.addAll(EnumSet.allOf(Window.class));
        }
        windows.addAll(facts.watched());
        var ended = facts.ended().atZone(facts.zone());
        return windows.stream()
                .map(window -> new Due(window, time(window, ended)))
                .filter(due -> !isOverAt(due.at(), facts.nextVisit()))
                .toList();
    }

    private static Instant time(Window window, ZonedDateTime ended) {
        return switch (window) {
            case HOURS -> hoursAfter(ended);
            case ONE_DAY -> daysAfter(ended, 1);
            case TWO_DAYS -> daysAfter(ended, 2);
            case THREE_DAYS -> daysAfter(ended, 3);
        };
    }

    /// Some hours later, before bedtime; after an evening too late for that, the next morning.
    private static Instant hoursAfter(ZonedDateTime from) {
        var wanted = from.plus(HOURS);
        if (!atNight(wanted)) {
            return wanted.toInstant();
        }
        var night = wanted.toLocalTime().isBefore(MORNING) ? wanted.minusDays(1) : wanted;
        var evening = night.with(BEFORE_BED);
        return evening.isBefore(from.plus(SOONEST))
                ? night.plusDays(1).with(MORNING).toInstant()
                : evening.toInstant();
    }

    /// The same time of day, later or earlier by what keeps the night quiet.
    private static Instant daysAfter(ZonedDateTime from, int days) {
        var wanted = from.plusDays(days);
        if (!atNight(wanted)) {
            return wanted.toInstant();
        }
        return wanted.with(wanted.toLocalTime().isBefore(MORNING) ? MORNING : BEFORE_BED)
                .toInstant();
    }

    private static boolean atNight(ZonedDateTime time) {
        var clock = time.toLocalTime();
        return !clock.isBefore(NIGHT) || clock.isBefore(MORNING);
    }

    /// Whether the patient is back by then, so that nobody needs to ask.
    static boolean isOverAt(Instant time, @Nullable Instant nextVisit) {
        return nextVisit != null && !time.isBefore(nextVisit);
    }

    /// When somebody who has not answered is asked a second time.
    static Instant again(Instant asked, ZoneId zone) {
        return hoursAfter(asked.atZone(zone));
    }

    /// When somebody who has answered neither time is on the practice's morning list.
    static Instant listed(Instant askedAgain, ZoneId zone) {
        var asked = askedAgain.atZone(zone);
        return asked.toLocalTime().isAfter(LocalTime.of(10, 0))
                ? asked.plusDays(1).with(LIST).toInstant()
                : askedAgain.plus(PATIENCE);
    }
}
