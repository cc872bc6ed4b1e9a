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
    private @Nullable Use[] uses = new @Nullable Use[0];
    private int size;

    /// What a slot uses beside its practitioner.
    record Use(@Nullable RoomId room, List<EquipmentId> equipment) {}

    /// @param offers what the slots are of
    /// @param length of each, in seconds
    Slots(List<Offer> offers, long length) {
        this.offers = offers;
        this.length = length;
    }

    /// Adds one at the end.
    ///
    /// @param offer its place in the offers
    /// @param use   null: it uses neither room nor equipment
    void add(int offer, long start, @Nullable Use use) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            whose = Arrays.copyOf(whose, size * 2);
        }
        starts[size] = start;
        whose[size] = offer;
        if (use != null && size >= uses.length) {
            uses = Arrays.copyOf(uses, starts.length);
        }
        if (size < uses.length) {
            uses[size] = use;
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
                if (i < uses.length) {
                    uses[kept] = uses[i];
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
        var sortedUses = new @Nullable Use[uses.length == 0 ? 0 : size];
        for (int i = 0; i < size; i++) {
            int was = (int) order[i];
            sortedStarts[i] = starts[was];
            sortedWhose[i] = whose[was];
            if (was < uses.length) {
                sortedUses[i] = uses[was];
            }
        }
        starts = sortedStarts;
        whose = sortedWhose;
        uses = sortedUses;
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
        var use = i < uses.length ? uses[i] : null;
        return new Slot(
                offers.get(whose[i]),
                use == null ? null : use.room(),
                use == null ? List.of() : use.equipment(),
                starts[i],
                starts[i] + length);
    }
}
