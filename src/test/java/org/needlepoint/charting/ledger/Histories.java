package org.needlepoint.charting.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.needlepoint.charting.ledger.LedgerEvent.Place;
import org.needlepoint.shared.Laterality;

/// Writes what could have happened in a session: several devices with clocks that are wrong, needles of every fate,
/// mistakes taken back. It keeps its own account of each needle, in the order in which things happened.
final class Histories {
    static final Instant NOON = Instant.parse("2026-12-02T17:00:00Z");
    static final Placement PLACEMENT = new Placement(
            "trapezius-upper", Laterality.R, 250, 40, NeedleTechnique.DEEP_STATIC, Tissue.TRIGGER_POINT, "0.1.0+test");
    /// Two clinicians; each device belongs to one of them.
    private static final List<UUID> ACCOUNTS = List.of(new UUID(7, 7), new UUID(8, 8));

    private final RandomGenerator random;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final Map<DeviceId, Integer> numbers = new HashMap<>();
    private final List<DeviceId> devices = new ArrayList<>();
    private final Set<NeedleId> inserted = new HashSet<>();
    private final Set<NeedleId> out = new HashSet<>();
    private final Map<NeedleId, Set<EventId>> missing = new HashMap<>();
    private final Map<NeedleId, Set<EventId>> inAgain = new HashMap<>();

    Histories(RandomGenerator random) {
        this.random = random;
    }

    /// The pages, up to three more devices, and up to forty things that happen.
    static Histories anything(RandomGenerator random) {
        var history = new Histories(random);
        history.open();
        for (int i = random.nextInt(4); i > 0; i--) {
            history.join();
        }
        for (int i = random.nextInt(40); i > 0; i--) {
            history.something();
        }
        return history;
    }

    /// Marked on the body map or not.
    private Placement placement() {
        if (random.nextBoolean()) {
            return PLACEMENT;
        }
        var point = new MapPoint("back", random.nextInt(700), random.nextInt(1740), "m1");
        return new Placement(
                PLACEMENT.muscle(),
                PLACEMENT.side(),
                PLACEMENT.diameterUm(),
                PLACEMENT.lengthMm(),
                PLACEMENT.technique(),
                PLACEMENT.tissue(),
                PLACEMENT.knowledge(),
                null,
                null,
                null,
                null,
                null,
                point);
    }

    /// The entries in another order, some of them twice.
    static List<LedgerEntry> shuffledWithRepetitions(List<LedgerEntry> entries, RandomGenerator random) {
        var all = new ArrayList<>(entries);
        for (int i = random.nextInt(entries.size() + 1); i > 0; i--) {
            all.add(entries.get(random.nextInt(entries.size())));
        }
        for (int i = all.size() - 1; i > 0; i--) {
            var other = random.nextInt(i + 1);
            var kept = all.get(i);
            all.set(i, all.get(other));
            all.set(other, kept);
        }
        return all;
    }

    List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    /// Needles that went in, by this account.
    Set<NeedleId> inserted() {
        return inserted;
    }

    /// Needles that are in hand, by this account.
    Set<NeedleId> inHand() {
        var hand = new HashSet<>(out);
        hand.removeAll(missing.keySet());
        hand.removeAll(inAgain.keySet());
        return hand;
    }

    boolean balanced() {
        return inHand().containsAll(inserted);
    }

    private void open() {
        var pages = new DeviceId(uuid());
        devices.add(pages);
        add(pages, new LedgerEvent.Opened(ACCOUNTS.getFirst()));
    }

    private void join() {
        var device = new DeviceId(uuid());
        devices.add(device);
        add(device, new LedgerEvent.DeviceJoined());
    }

    EventId add(DeviceId device, LedgerEvent event) {
        int number = numbers.merge(device, 1, Integer::sum);
        var id = new EventId(uuid());
        entries.add(new LedgerEntry(
                id,
                device,
                number,
                NOON.plusSeconds(random.nextInt(-90_000, 90_000)),
                NOON,
                ACCOUNTS.get(devices.indexOf(device) % 2),
                event));
        return id;
    }

    private void something() {
        var device = devices.get(random.nextInt(devices.size()));
        if (inserted.isEmpty() || random.nextInt(3) == 0) {
            insert(device);
            return;
        }
        var needle = List.copyOf(inserted).get(random.nextInt(inserted.size()));
        switch (random.nextInt(16)) {
            case 0, 1, 2 -> remove(device, needle);
            case 3 -> add(device, new LedgerEvent.Twitched(needle));
            case 4 -> add(device, new LedgerEvent.FamiliarPain(needle));
            case 5 -> lose(device, needle);
            case 6 -> find(device, needle);
            case 7 -> removeByMistake(device, needle);
            case 8 -> insertByMistake(device);
            case 9, 10 -> reinsert(device, needle);
            case 11, 12 -> removeAgain(device, needle);
            case 13 -> reinsertByMistake(device, needle);
            case 14 -> add(device, new LedgerEvent.Sensed(needle, Sensation.DULL_ACHE));
            default -> add(device, new LedgerEvent.FeltFaint());
        }
    }

    private void insert(DeviceId device) {
        var needle = new NeedleId(uuid());
        inserted.add(needle);
        add(device, new LedgerEvent.Inserted(needle, placement()));
    }

    private void remove(DeviceId device, NeedleId needle) {
        out.add(needle);
        add(device, new LedgerEvent.Removed(needle));
    }

    private void reinsert(DeviceId device, NeedleId needle) {
        var again = add(device, new LedgerEvent.Reinserted(needle, PLACEMENT));
        inAgain.computeIfAbsent(needle, _ -> new HashSet<>()).add(again);
    }

    /// One of the further times is over; perhaps both clinicians say so.
    private void removeAgain(DeviceId device, NeedleId needle) {
        var times = inAgain.getOrDefault(needle, Set.of());
        if (times.isEmpty()) {
            return;
        }
        var of = times.iterator().next();
        add(device, new LedgerEvent.Removed(needle, of));
        if (random.nextBoolean()) {
            add(devices.get(random.nextInt(devices.size())), new LedgerEvent.Removed(needle, of));
        }
        times.remove(of);
        if (times.isEmpty()) {
            inAgain.remove(needle);
        }
    }

    private void reinsertByMistake(DeviceId device, NeedleId needle) {
        var wrong = add(device, new LedgerEvent.Reinserted(needle, PLACEMENT));
        if (random.nextBoolean()) {
            add(device, new LedgerEvent.Removed(needle, wrong));
        }
        add(devices.get(random.nextInt(devices.size())), new LedgerEvent.EnteredInError(wrong, "mistake"));
    }

    private void lose(DeviceId device, NeedleId needle) {
        var report = add(
                device, random.nextBoolean() ? new LedgerEvent.Unaccounted(needle) : new LedgerEvent.Broken(needle));
        missing.computeIfAbsent(needle, _ -> new HashSet<>()).add(report);
    }

    /// The finder knows some of the reports; the needle is missing until each is settled.
    private void find(DeviceId device, NeedleId needle) {
        var known = missing.getOrDefault(needle, Set.of());
        if (known.isEmpty()) {
            return;
        }
        var settles = random.nextInt(4) == 0 ? Set.of(known.iterator().next()) : Set.copyOf(known);
        add(device, new LedgerEvent.Found(needle, Place.FLOOR, settles));
        out.add(needle);
        var left = new HashSet<>(known);
        left.removeAll(settles);
        if (left.isEmpty()) {
            missing.remove(needle);
        } else {
            missing.put(needle, left);
        }
    }

    private void removeByMistake(DeviceId device, NeedleId needle) {
        var wrong = add(device, new LedgerEvent.Removed(needle));
        add(devices.get(random.nextInt(devices.size())), new LedgerEvent.EnteredInError(wrong, "mistake"));
    }

    private void insertByMistake(DeviceId device) {
        var needle = new NeedleId(uuid());
        var wrong = add(device, new LedgerEvent.Inserted(needle, placement()));
        var seen = add(device, new LedgerEvent.Twitched(needle));
        add(device, new LedgerEvent.EnteredInError(wrong, "mistake"));
        add(device, new LedgerEvent.EnteredInError(seen, "mistake"));
    }

    /// Every device but the pages says its last number, or is given up.
    void finishDevices() {
        var pages = devices.getFirst();
        for (var device : devices.subList(1, devices.size())) {
            if (random.nextInt(5) == 0) {
                add(pages, new LedgerEvent.DeviceLost(device, 0));
            } else {
                add(device, new LedgerEvent.DeviceFinished(device, numbers.getOrDefault(device, 0) + 1));
            }
        }
    }

    /// The counts that an honest person makes.
    Counts counts() {
        return new Counts(inserted.size() + 2, 2, inserted.size());
    }

    DeviceId pages() {
        return devices.getFirst();
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
