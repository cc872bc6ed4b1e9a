package org.needlepoint.scheduling;

import java.util.Arrays;

/// Reads packed days (table `taken_day`) of one resource, one after the other: pairs of minutes of the day (UTC), start
/// and end, two bytes each.
final class PackedDays {
    private static final int PAIR = 4;

    private long[] pairs = new long[64];
    private int count;

    /// @param day epoch day, later than those before
    void add(long day, byte[] taken) {
        if (taken.length % PAIR != 0) {
            throw new IllegalArgumentException("a packed day has 4 bytes a pair, had " + taken.length);
        }
        if (count + taken.length / 2 > pairs.length) {
            pairs = Arrays.copyOf(pairs, Math.max(pairs.length * 2, count + taken.length / 2));
        }
        long midnight = day * 86_400;
        for (int i = 0; i < taken.length; i += 2) {
            int minute = (taken[i] & 0xff) << 8 | (taken[i + 1] & 0xff);
            pairs[count++] = midnight + minute * 60L;
        }
    }

    /// All of them, in epoch seconds.
    Spans spans() {
        return Spans.sorted(pairs, count);
    }
}
