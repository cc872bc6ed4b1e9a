package org.needlepoint.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.PainAnswer;
import org.needlepoint.anatomy.PainLocator;
import org.needlepoint.anatomy.PainRequest;
import org.needlepoint.anatomy.PainRequest.Mark;
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

/// One drawing ranked against all muscles; aim: under 1 ms of one core and 200 kB.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RankingBenchmark {
    private final PainLocator locator = PainLocator.of(Knowledge.load());
    private final PainRequest oneMark = request(mark("temple", Laterality.R));
    private final PainRequest headache = request(
            mark("temple", Laterality.B), mark("occiput", Laterality.B), mark("neck-posterior", Laterality.B));
    private final PainRequest shoulder = request(
            mark("shoulder-anterior", Laterality.R),
            mark("arm-lateral", Laterality.R),
            mark("scapula", Laterality.R),
            mark("neck-base", Laterality.R),
            mark("forearm-radial", Laterality.R));

    private static Mark mark(String zone, Laterality side) {
        return new Mark(zone, side, 6);
    }

    private static PainRequest request(Mark... marks) {
        return new PainRequest(List.of(marks), null, PainRequest.USUAL_LIMIT);
    }

    @Benchmark
    public PainAnswer oneMark() {
        return locator.locate(oneMark);
    }

    @Benchmark
    public PainAnswer threeMarksOnBothSides() {
        return locator.locate(headache);
    }

    @Benchmark
    public PainAnswer fiveMarksOnOneSide() {
        return locator.locate(shoulder);
    }
}
