package org.needlepoint.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;

/// The stretches of time in which a zone keeps one offset, over some days. They turn local times of a day into
/// instants: a local time that does not exist has none, of one that exists twice the first counts for a start.
final class ZonePieces {
    /// No instant at all.
    static final long NEVER = Long.MIN_VALUE;

    private final long[] starts;
    private final long[] ends;
    private final int[] offsets;

    private ZonePieces(long[] starts, long[] ends, int[] offsets) {
        this.starts = starts;
        this.ends = ends;
        this.offsets = offsets;
    }

    /// @param from first local date that will be asked for
    /// @param to   last local date
    static ZonePieces of(ZoneId zone, LocalDate from, LocalDate to) {
        var rules = zone.getRules();
        long first = from.minusDays(2).toEpochDay() * 86_400;
        long last = to.plusDays(3).toEpochDay() * 86_400;
        var starts = new ArrayList<Long>();
        var offsets = new ArrayList<Integer>();
        starts.add(first);
        offsets.add(rules.getOffset(Instant.ofEpochSecond(first)).getTotalSeconds());
        var next = rules.nextTransition(Instant.ofEpochSecond(first));
        while (next != null && next.toEpochSecond() < last) {
            starts.add(next.toEpochSecond());
            offsets.add(next.getOffsetAfter().getTotalSeconds());
            next = rules.nextTransition(next.getInstant());
        }
        var ends = new long[starts.size()];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = i + 1 < ends.length ? starts.get(i + 1) : last;
        }
        return new ZonePieces(
                starts.stream().mapToLong(Long::longValue).toArray(),
                ends,
                offsets.stream().mapToInt(Integer::intValue).toArray());
    }

    /// The instants (epoch seconds) at which a clock on the wall shows a time in the given stretches of a day.
    ///
    /// @param local seconds of the day
    Spans instants(LocalDate day, Spans local) {
        long midnight = day.toEpochDay() * 86_400;
        long begins = beginning(midnight);
        if (begins != NEVER) {
            return local.moved(begins);
        }
        var found = new ArrayList<long[]>();
        for (int p = 0; p < offsets.length; p++) {
            if (starts[p] + offsets[p] >= midnight + 86_400 || ends[p] + offsets[p] <= midnight) {
                continue;
            }
            for (int i = 0; i < local.size(); i++) {
                long from = Math.max(midnight + local.start(i) - offsets[p], starts[p]);
                long to = Math.min(midnight + local.end(i) - offsets[p], ends[p]);
                if (from < to) {
                    found.add(new long[] {from, to});
                }
            }
        }
        return Spans.merge(found.toArray(long[][]::new));
    }

    /// The instant at which a day begins that is a day away from the next change, so that every local time of it
    /// follows as on any wall; [#NEVER] near a change.
    ///
    /// @param midnight local, in seconds that a clock on the wall counts since 1970
    long beginning(long midnight) {
        for (int p = 0; p < offsets.length; p++) {
            if (starts[p] + offsets[p] <= midnight - 86_400 && ends[p] + offsets[p] >= midnight + 2 * 86_400) {
                return midnight - offsets[p];
            }
        }
        return NEVER;
    }

    /// The first instant at which the wall clock shows a time of the days; [#NEVER] when it never does.
    ///
    /// @param local seconds that a clock on the wall counts since 1970
    long instant(long local) {
        for (int p = 0; p < offsets.length; p++) {
            long instant = local - offsets[p];
            if (instant >= starts[p] && instant < ends[p]) {
                return instant;
            }
        }
        return NEVER;
    }
}
