package org.needlepoint.frontdoor.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.needlepoint.notifications.QuietHours;

/// When a patient is reminded of a visit (rule F4): 48 hours and 2 hours before, and the evening before a quiet time.
///
/// The hours are counted on a stopwatch, quiet times on the clock on the wall where the visit is. A reminder that would
/// come in the past, or within the hour after the patient was told of the visit's time, is left out.
final class ReminderRule {
    private static final Duration FRESH = Duration.ofHours(1);

    private ReminderRule() {}

    /// The reminders of a visit.
    enum Moment {
        TWO_DAYS(Duration.ofDays(2)),
        TWO_HOURS(Duration.ofHours(2));

        private final Duration before;

        Moment(Duration before) {
            this.before = before;
        }

        /// The word in the table and in message keys.
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Moment of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /// One reminder.
    ///
    /// @param until from when on it is worth nothing: the next one is due, or the visit begins
    record Due(Moment moment, Instant at, Instant until) {}

    /// What to do about a reminder at a time when its turn has come.
    sealed interface Turn {
        /// Send it.
        ///
        /// @param notAfter when it must not leave any more: it is worth nothing by then, or it is quiet
        record Send(Instant notAfter) implements Turn {}

        /// It is quiet just now: look again then.
        record Wait(Instant until) implements Turn {}

        /// Leave it: its time is over, or will be before the quiet is.
        record TooLate() implements Turn {}
    }

    /// The reminders of a visit, in the order of time.
    ///
    /// @param told when the patient was told of this time: booked, or moved to it
    static List<Due> plan(ZonedDateTime visit, Instant told, QuietHours quiet) {
        var earliest = told.plus(FRESH);
        return Arrays.stream(Moment.values())
                .map(moment -> new Due(moment, time(moment, visit, quiet), until(moment, visit, quiet)))
                .filter(due -> !due.at().isBefore(earliest))
                .sorted(Comparator.comparing(Due::at))
                .toList();
    }

    private static Instant time(Moment moment, ZonedDateTime visit, QuietHours quiet) {
        return quiet.eveningBefore(visit.minus(moment.before)).toInstant();
    }

    private static Instant until(Moment moment, ZonedDateTime visit, QuietHours quiet) {
        return switch (moment) {
            case TWO_DAYS -> time(Moment.TWO_HOURS, visit, quiet);
            case TWO_HOURS -> visit.toInstant();
        };
    }

    /// What to do when a reminder's turn has come, perhaps late, because nothing ran for a while.
    ///
    /// @param now   where the visit is
    /// @param until as in [Due]
    static Turn at(ZonedDateTime now, Instant until, QuietHours quiet) {
        var next = quiet.morningAfter(now);
        if (!next.toInstant().isBefore(until)) {
            return new Turn.TooLate();
        }
        if (next.isAfter(now)) {
            return new Turn.Wait(next.toInstant());
        }
        var night = quiet.nextNight(now).map(ZonedDateTime::toInstant);
        return new Turn.Send(night.filter(until::isAfter).orElse(until));
    }
}
