package org.needlepoint.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.needlepoint.charting.ledger.DeviceId;
import org.needlepoint.charting.ledger.EventId;
import org.needlepoint.charting.ledger.LedgerEntry;
import org.needlepoint.charting.ledger.LedgerEvent;
import org.needlepoint.charting.ledger.NeedleId;
import org.needlepoint.charting.ledger.NeedleTechnique;
import org.needlepoint.charting.ledger.Placement;
import org.needlepoint.charting.ledger.Session;
import org.needlepoint.charting.ledger.Tissue;
import org.needlepoint.shared.Laterality;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What 500 entries of a session come to; aim: under 1 ms of one core.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LedgerBenchmark {
    private static final int ENTRIES = 500;
    private static final Placement PLACEMENT = new Placement(
            "trapezius-upper", Laterality.R, 250, 40, NeedleTechnique.DEEP_STATIC, Tissue.MUSCLE, "bench");

    private final List<LedgerEntry> entries = entries();

    /// Each needle goes in, twitches, is the familiar pain, is turned and comes out; two devices by turns.
    private static List<LedgerEntry> entries() {
        var devices = List.of(new DeviceId(UUID.randomUUID()), new DeviceId(UUID.randomUUID()));
        var now = Instant.parse("2026-12-02T17:00:00Z");
        var all = new ArrayList<LedgerEntry>();
        while (all.size() < ENTRIES) {
            var needle = NeedleId.next();
            for (var event : List.of(
                    new LedgerEvent.Inserted(needle, PLACEMENT),
                    new LedgerEvent.Twitched(needle),
                    new LedgerEvent.FamiliarPain(needle),
                    new LedgerEvent.Redirected(needle),
                    new LedgerEvent.Removed(needle))) {
                int place = all.size();
                all.add(new LedgerEntry(
                        EventId.next(), devices.get(place % 2), place / 2 + 1, now, now, UUID.randomUUID(), event));
            }
        }
        return all;
    }

    @Benchmark
    public Session fold() {
        return Session.of(entries);
    }
}
