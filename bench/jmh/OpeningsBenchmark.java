package org.needlepoint.scheduling;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.shared.Money;
import org.needlepoint.shared.Texts;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Thirty days of one practitioner, ten hours a day, half of the half hours booked at random: the engine beside the bare
/// sweep over the same arrays, which knows no zones, hours, windows or rooms. Aim: at most 10 µs, and at most three times
/// the sweep. Samples, because their median (p0.50) means something on a busy machine too.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class OpeningsBenchmark {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final LocalDate FROM = LocalDate.of(2026, 12, 1);
    private static final int DAYS = 30;
    private static final long VISIT = 1800;
    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);

    private final long[] opens = new long[DAYS];
    private final long[] closes = new long[DAYS];
    private final long[] takenFrom;
    private final long[] takenTo;
    private final long[] found = new long[DAYS * 20];
    private final Openings.Question question;

    public OpeningsBenchmark() {
        var random = new Random(7);
        var pairs = new ArrayList<long[]>();
        for (int day = 0; day < DAYS; day++) {
            opens[day] = FROM.plusDays(day).atTime(OPENS).atZone(CHICAGO).toEpochSecond();
            closes[day] = FROM.plusDays(day).atTime(CLOSES).atZone(CHICAGO).toEpochSecond();
            for (long at = opens[day]; at < closes[day]; at += VISIT) {
                if (random.nextBoolean()) {
                    pairs.add(new long[] {at, at + VISIT});
                }
            }
        }
        takenFrom = pairs.stream().mapToLong(pair -> pair[0]).toArray();
        takenTo = pairs.stream().mapToLong(pair -> pair[1]).toArray();
        question = question(Spans.merge(pairs.toArray(long[][]::new)));
        if (bareSweep() != engine() || engine() != DAYS * 20 - pairs.size()) {
            throw new IllegalStateException("the sweep found " + bareSweep() + ", the engine " + engine());
        }
    }

    @Benchmark
    public int engine() {
        return Openings.of(question).size();
    }

    @Benchmark
    public int bareSweep() {
        int count = 0;
        int next = 0;
        for (int day = 0; day < DAYS; day++) {
            for (long at = opens[day]; at + VISIT <= closes[day]; at += VISIT) {
                while (next < takenTo.length && takenTo[next] <= at) {
                    next++;
                }
                if (next == takenFrom.length || takenFrom[next] >= at + VISIT) {
                    found[count++] = at;
                }
            }
        }
        return count;
    }

    private static Openings.Question question(Spans taken) {
        var location = new UUID(1, 1);
        var practitioner = new PractitionerId(new UUID(2, 1));
        var id = new ServiceId(new UUID(3, 1));
        var service = new Service(
                id, new Texts("Bench", "Bench"), new Texts("x", "x"), List.of(Segment.handsOn(30)), Modality.IN_PERSON, Audience.BOTH, false,
                new Money(10_000, Currency.getInstance("USD")), 30, 0, 700, 24, 1, Demands.NONE, true, 0);
        var hours = Arrays.stream(DayOfWeek.values())
                .map(day -> new WorkingHours(practitioner, location, day, OPENS, CLOSES, LocalDate.EPOCH, null))
                .toList();
        return new Openings.Question(
                service, List.of(new Offer(id, practitioner, location)), hours, List.of(), List.of(), List.of(), Map.of(location, CHICAGO),
                Map.of(), Map.of(), List.of(), Map.of(practitioner.value(), taken), null, FROM, FROM.plusDays(DAYS - 1),
                FROM.minusDays(1).atStartOfDay(CHICAGO).toInstant(), 0);
    }
}
