package org.needlepoint.scheduling;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.scheduling.Openings.Slot;

/// Slots found, kept as columns: a search over a month finds thousands, of which most are only listed or passed over.
/// A [Slot] is made when it is asked for.
final class Slots extends AbstractList<Slot> implements RandomAccess {
    private final List<Offer> offers;
    private final long length;
    private long[] starts = new long[512];
    private int[] whose = new int[512];
    private @Nullable Thing[] things = new @Nullable Thing[0];
    private int size;

    /// What a slot uses beside its practitioner.
    record Thing(@Nullable RoomId room, List<EquipmentId> equipment) {}

    /// @param offers what the slots are of
    /// @param length of each, in seconds
    Slots(List<Offer> offers, long length) {
        this.offers = offers;
        this.length = length;
    }

    /// Adds one at the end.
    ///
    /// @param offer its place in the offers
    /// @param thing null: it uses neither room nor equipment
    void add(int offer, long start, @Nullable Thing thing) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            whose = Arrays.copyOf(whose, size * 2);
        }
        starts[size] = start;
        whose[size] = offer;
        if (thing != null && size >= things.length) {
            things = Arrays.copyOf(things, starts.length);
        }
        if (size < things.length) {
            things[size] = thing;
        }
        size++;
    }

    /// Keeps, of those from a place to the end, the good ones.
    void keep(int from, LongPredicate good) {
        int kept = from;
        for (int i = from; i < size; i++) {
            if (good.test(starts[i])) {
                starts[kept] = starts[i];
                whose[kept] = whose[i];
                if (i < things.length) {
                    things[kept] = things[i];
                }
                kept++;
            }
        }
        size = kept;
    }

    /// Puts them in the order of their starts; those of one start stay in the order in which they were added.
    void sort() {
        if (size == 0) {
            return;
        }
        long first = Arrays.stream(starts, 0, size).min().orElseThrow();
        var order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = (starts[i] - first) << Integer.SIZE | i;
        }
        Arrays.sort(order);
        var sortedStarts = new long[size];
        var sortedWhose = new int[size];
        var sortedThings = new @Nullable Thing[things.length == 0 ? 0 : size];
        for (int i = 0; i < size; i++) {
            int was = (int) order[i];
            sortedStarts[i] = starts[was];
            sortedWhose[i] = whose[was];
            if (was < things.length) {
                sortedThings[i] = things[was];
            }
        }
        starts = sortedStarts;
        whose = sortedWhose;
        things = sortedThings;
    }

    /// Those nearest to a moment, by start: as many as are wanted, and all that are as far away as the last of these.
    /// They must be in order.
    ///
    /// @param moment epoch seconds
    Stream<Slot> near(long moment, int wanted) {
        int at = Arrays.binarySearch(starts, 0, size, moment);
        int after = at >= 0 ? at : -at - 1;
        int before = after - 1;
        long reached = 0;
        while (before >= 0 || after < size) {
            long back = before >= 0 ? moment - starts[before] : Long.MAX_VALUE;
            long ahead = after < size ? starts[after] - moment : Long.MAX_VALUE;
            if (after - before > wanted && Math.min(back, ahead) > reached) {
                break;
            }
            reached = Math.min(back, ahead);
            if (back <= ahead) {
                before--;
            } else {
                after++;
            }
        }
        return subList(before + 1, after).stream();
    }

    @Override
    public int size() {
        return size;
    }

    /// When it starts, in epoch seconds.
    long start(int i) {
        return starts[i];
    }

    @Override
    public Slot get(int i) {
        var thing = i < things.length ? things[i] : null;
        return new Slot(
                offers.get(whose[i]),
                thing == null ? null : thing.room(),
                thing == null ? List.of() : thing.equipment(),
                starts[i],
                starts[i] + length);
    }
}
