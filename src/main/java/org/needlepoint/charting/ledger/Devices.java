package org.needlepoint.charting.ledger;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.ledger.LedgerEvent.DeviceFinished;
import org.needlepoint.charting.ledger.LedgerEvent.DeviceLost;
import org.needlepoint.charting.ledger.LedgerEvent.Opened;

/// What is known of each device of a session.
final class Devices {
    private final DeviceId id;
    private final TreeSet<Integer> numbers = new TreeSet<>();
    private @Nullable Integer finished;
    private @Nullable Integer handCount;
    private boolean pages;

    private Devices(DeviceId id) {
        this.id = id;
    }

    static List<Device> of(Facts facts) {
        var devices = new TreeMap<DeviceId, Devices>();
        for (var entry : facts.all()) {
            var device = devices.computeIfAbsent(entry.device(), Devices::new);
            device.numbers.add(entry.number());
            device.pages |= entry.event() instanceof Opened;
            if (entry.event() instanceof DeviceFinished(var of, int last)) {
                var other = devices.computeIfAbsent(of, Devices::new);
                other.finished = higher(other.finished, last);
            }
            if (entry.event() instanceof DeviceLost(var of, int count)) {
                var other = devices.computeIfAbsent(of, Devices::new);
                other.handCount = higher(other.handCount, count);
            }
        }
        return devices.values().stream().map(Devices::device).toList();
    }

    private static int higher(@Nullable Integer one, int other) {
        return one == null ? other : Math.max(one, other);
    }

    private Device device() {
        int last = numbers.isEmpty() ? 0 : numbers.last();
        return new Device(id, last, numbers.size() == last, finished, handCount, pages);
    }
}
