package org.needlepoint.scheduling;

import java.util.Arrays;

/// Stretches of one line of numbers (seconds of a day, or of all time), sorted, apart from each other, end excluded.
final class Spans {
    static final Spans NONE = new Spans(new long[0], new long[0]);

    private final long[] starts;
    private final long[] ends;

    private Spans(long[] starts, long[] ends) {
        this.starts = starts;
        this.ends = ends;
    }

    static Spans of(long start, long end) {
        return start < end ? new Spans(new long[] {start}, new long[] {end}) : NONE;
    }

    int size() {
        return starts.length;
    }

    long start(int i) {
        return starts[i];
    }

    long end(int i) {
        return ends[i];
    }

    /// Both together; what touches or overlaps becomes one.
    Spans plus(Spans other) {
        if (size() == 0 || other.size() == 0) {
            return size() == 0 ? other : this;
        }
        var merged = new long[size() + other.size()][];
        for (int i = 0; i < size(); i++) {
            merged[i] = new long[] {starts[i], ends[i]};
        }
        for (int i = 0; i < other.size(); i++) {
            merged[size() + i] = new long[] {other.starts[i], other.ends[i]};
        }
        return merge(merged);
    }

    /// Sorts pairs of start and end, and joins those that touch or overlap.
    static Spans merge(long[][] pairs) {
        Arrays.sort(pairs, (a, b) -> Long.compare(a[0], b[0]));
        var from = new long[pairs.length];
        var to = new long[pairs.length];
        int count = 0;
        for (var pair : pairs) {
            if (count > 0 && pair[0] <= to[count - 1]) {
                to[count - 1] = Math.max(to[count - 1], pair[1]);
            } else {
                from[count] = pair[0];
                to[count++] = pair[1];
            }
        }
        return new Spans(Arrays.copyOf(from, count), Arrays.copyOf(to, count));
    }

    /// What lies in both.
    Spans and(Spans other) {
        var from = new long[size() + other.size()];
        var to = new long[size() + other.size()];
        int count = 0;
        for (int i = 0, j = 0; i < size() && j < other.size(); ) {
            long start = Math.max(starts[i], other.starts[j]);
            long end = Math.min(ends[i], other.ends[j]);
            if (start < end) {
                from[count] = start;
                to[count++] = end;
            }
            if (ends[i] < other.ends[j]) {
                i++;
            } else {
                j++;
            }
        }
        return new Spans(Arrays.copyOf(from, count), Arrays.copyOf(to, count));
    }

    /// What is left without the other.
    Spans minus(Spans other) {
        if (size() == 0 || other.size() == 0) {
            return this;
        }
        var outside = new long[other.size() + 1][];
        long from = Long.MIN_VALUE;
        for (int i = 0; i < other.size(); i++) {
            outside[i] = new long[] {from, other.starts[i]};
            from = other.ends[i];
        }
        outside[other.size()] = new long[] {from, Long.MAX_VALUE};
        return and(new Spans(
                Arrays.stream(outside).mapToLong(pair -> pair[0]).toArray(),
                Arrays.stream(outside).mapToLong(pair -> pair[1]).toArray()));
    }

    /// Whether nothing of this lies between start and end.
    boolean clear(long start, long end) {
        int at = Arrays.binarySearch(starts, start);
        int before = at >= 0 ? at : -at - 2;
        if (before >= 0 && ends[before] > start) {
            return false;
        }
        return before + 1 >= size() || starts[before + 1] >= end;
    }

    /// Whether one stretch holds all from start to end.
    boolean holds(long start, long end) {
        int at = Arrays.binarySearch(starts, start);
        int before = at >= 0 ? at : -at - 2;
        return before >= 0 && end <= ends[before];
    }

    /// How long the stretch has lasted that holds the moment before `at`; 0 when none does.
    long runBefore(long at) {
        int i = lastBeginningBefore(at);
        return i >= 0 && ends[i] >= at ? at - starts[i] : 0;
    }

    /// How long the stretch goes on that holds `at`; 0 when none does.
    long runAfter(long at) {
        int i = lastBeginningBefore(at + 1);
        return i >= 0 && ends[i] > at ? ends[i] - at : 0;
    }

    private int lastBeginningBefore(long at) {
        int found = Arrays.binarySearch(starts, at);
        return found >= 0 ? found - 1 : -found - 2;
    }

    /// The same, some seconds later.
    Spans moved(long by) {
        var from = starts.clone();
        var to = ends.clone();
        for (int i = 0; i < from.length; i++) {
            from[i] += by;
            to[i] += by;
        }
        return new Spans(from, to);
    }

    /// Sorted pairs of start and end, none overlapping another; those that touch are joined.
    ///
    /// @param pairs start, end, start, end ...
    /// @param count how many numbers of it count
    static Spans sorted(long[] pairs, int count) {
        var from = new long[count / 2];
        var to = new long[count / 2];
        int size = 0;
        for (int i = 0; i < count; i += 2) {
            if (size > 0 && pairs[i] <= to[size - 1]) {
                to[size - 1] = Math.max(to[size - 1], pairs[i + 1]);
            } else {
                from[size] = pairs[i];
                to[size++] = pairs[i + 1];
            }
        }
        return size == from.length
                ? new Spans(from, to)
                : new Spans(Arrays.copyOf(from, size), Arrays.copyOf(to, size));
    }

    /// Asks for one time after another; all answers together cost one walk.
    Cursor cursor() {
        return new Cursor(starts, ends);
    }

    /// A place in the stretches. It only goes forward: each question begins no earlier than the one before.
    static final class Cursor {
        private final long[] starts;
        private final long[] ends;
        private int next;

        private Cursor(long[] starts, long[] ends) {
            this.starts = starts;
            this.ends = ends;
        }

        /// Whether nothing lies between start and end.
        boolean clear(long start, long end) {
            while (next < ends.length && ends[next] <= start) {
                next++;
            }
            return next == starts.length || starts[next] >= end;
        }
    }
}
