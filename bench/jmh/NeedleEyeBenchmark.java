package org.needlepoint.bench;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.needlepoint.anatomy.atlas.NeedleEye;
import org.needlepoint.anatomy.atlas.NeedleLine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What a straight needle meets at one point of the back; aim: under 1 ms.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class NeedleEyeBenchmark {
    private final NeedleEye eye = NeedleEye.ofReferenceBody();

    @Benchmark
    public Optional<NeedleLine> overTheThorax() {
        return eye.lookup("back", 430, 430);
    }
}
