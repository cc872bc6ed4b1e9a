package org.needlepoint.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.scheduling.Openings.Slot;

/// Slots found say the same as a list of them would.
class SlotsTest {
    private static final int LENGTH = 1800;

    private final List<Offer> offers = List.of(offer(1), offer(2), offer(3));

    private static Offer offer(int number) {
        return new Offer(new ServiceId(new UUID(1, 1)), new PractitionerId(new UUID(2, number)), new UUID(3, 1));
    }

    @Test
    void in_order_filtered_and_nearest_to_a_moment() {
        var seed = Long.getLong("needlepoint.seed", System.nanoTime());
        System.out.println("needlepoint.seed=" + seed);
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < Integer.getInteger("needlepoint.cases", 200); i++) {
            var slots = new Slots(offers, LENGTH);
            var list = new ArrayList<Slot>();
            int many = random.nextInt(1, 40);
            for (int n = 0; n < many; n++) {
                int which = random.nextInt(offers.size());
                long start = 600L * random.nextInt(30);
                var room = random.nextBoolean() ? new RoomId(new UUID(4, random.nextInt(3))) : null;
                slots.add(which, start, room == null ? null : new Slots.Use(room, List.of()));
                list.add(new Slot(offers.get(which), room, List.of(), start, start + LENGTH));
            }
            int from = random.nextInt(many + 1);
            long odd = 600L * random.nextInt(2, 4);
            slots.keep(from, start -> start % odd == 0);
            list.subList(from, many).removeIf(slot -> slot.start() % odd != 0);
            slots.sort();
            list.sort(Comparator.comparingLong(Slot::start));
            assertThat(slots).as("case %d of seed %d", i, seed).isEqualTo(list);
            long moment = 300L * random.nextInt(70);
            int wanted = random.nextInt(1, 5);
            var far = list.stream()
                    .mapToLong(slot -> Math.abs(slot.start() - moment))
                    .sorted()
                    .limit(wanted)
                    .max();
            assertThat(slots.near(moment, wanted))
                    .as("case %d of seed %d", i, seed)
                    .isEqualTo(list.stream()
                            .filter(slot -> far.isPresent() && Math.abs(slot.start() - moment) <= far.getAsLong())
                            .toList());
        }
    }
}
