package org.needlepoint.scheduling.waiting;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.needlepoint.notifications.QuietHours;

/// How long an opening is kept for an answer: two hours in which people are awake, and never so long that it is too
/// late for them to come.
///
/// @param tellAt  when they are told
/// @param expires until when they may answer
record AnswerTime(Instant tellAt, Instant expires) {
    static final Duration USUAL = Duration.ofHours(2);

    /// Nobody is asked who has less than this to answer.
    static final Duration LEAST = Duration.ofMinutes(15);

    /// The time for an answer; empty when there is too little of it.
    ///
    /// @param now      where the visit is
    /// @param deadline from when on it is too late for them to come
    static Optional<AnswerTime> of(ZonedDateTime now, Instant deadline, QuietHours quiet) {
        var begin = quiet.morningAfter(now);
        var end = begin;
        var left = USUAL;
        while (left.isPositive()) {
            var from = quiet.morningAfter(end);
            var night = quiet.nextNight(from);
            var awake = night.map(until -> Duration.between(from, until)).orElse(left);
            var part = awake.compareTo(left) < 0 ? awake : left;
            left = left.minus(part);
            end = from.plus(part);
        }
        var expires = end.toInstant().isBefore(deadline) ? end.toInstant() : deadline;
        var kept = new AnswerTime(begin.toInstant(), expires);
        return Duration.between(kept.tellAt, kept.expires).compareTo(LEAST) < 0 ? Optional.empty() : Optional.of(kept);
    }
}
