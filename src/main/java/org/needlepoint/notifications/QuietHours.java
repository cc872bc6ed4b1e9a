package org.needlepoint.notifications;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/// The hours in which nothing goes out that nobody has just asked for (rule F4). They are hours of the clock on the
/// wall where the visit is: on the night of a clock change they are an hour longer or shorter.
///
/// @param begins the first quiet minute
/// @param ends   the first minute that is not quiet any more; the same as `begins`: never quiet
public record QuietHours(LocalTime begins, LocalTime ends) {
    /// The longest that they may be, so that every day has an evening before them.
    public static final Duration LONGEST = Duration.ofHours(16);

    public static final QuietHours USUAL = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));
    public static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    private static final Duration EVENING = Duration.ofHours(1);

    public QuietHours {
        if (length(begins, ends).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "quiet hours are 16 hours at most, were from %s to %s".formatted(begins, ends));
        }
    }

    /// How long they are on a day without a clock change.
    public static Duration length(LocalTime begins, LocalTime ends) {
        var length = Duration.between(begins, ends);
        return length.isNegative() ? length.plusDays(1) : length;
    }

    /// Whether it is quiet then.
    public boolean cover(ZonedDateTime time) {
        var clock = time.toLocalTime();
        return pastMidnight()
                ? !clock.isBefore(begins) || clock.isBefore(ends)
                : !clock.isBefore(begins) && clock.isBefore(ends);
    }

    private boolean pastMidnight() {
        return ends.isBefore(begins);
    }

    /// The evening before a quiet time: an hour before it became quiet. Any other time stays as it is.
    public ZonedDateTime eveningBefore(ZonedDateTime time) {
        if (!cover(time)) {
            return time;
        }
        var day = time.toLocalTime().isBefore(begins) ? time.toLocalDate().minusDays(1) : time.toLocalDate();
        return day.atTime(begins).atZone(time.getZone()).minus(EVENING);
    }

    /// When it is not quiet any more; any other time stays as it is.
    public ZonedDateTime morningAfter(ZonedDateTime time) {
        return cover(time) ? next(ends, time) : time;
    }

    /// When it becomes quiet next, after a time that is not quiet; empty when it never does.
    public Optional<ZonedDateTime> nextNight(ZonedDateTime time) {
        return begins.equals(ends) ? Optional.empty() : Optional.of(next(begins, time));
    }

    /// An hour that comes twice has both its turns.
    private static ZonedDateTime next(LocalTime clock, ZonedDateTime after) {
        var today = after.toLocalDate().atTime(clock).atZone(after.getZone());
        return Stream.of(
                        today,
                        today.withLaterOffsetAtOverlap(),
                        after.toLocalDate().plusDays(1).atTime(clock).atZone(after.getZone()))
                .filter(time -> time.isAfter(after))
                .findFirst()
                .orElseThrow();
    }
}
