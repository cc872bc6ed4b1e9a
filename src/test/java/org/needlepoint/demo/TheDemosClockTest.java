package org.needlepoint.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needlepoint.database.DataFolder;

class TheDemosClockTest {
    @TempDir
    Path folder;

    @Test
    void goes_forward_and_remembers_it_over_a_restart() {
        try (var data = DataFolder.take(folder)) {
            new DemoClock(data).forward(Duration.ofHours(24));
            var restarted = new DemoClock(data);
            assertThat(restarted.ahead()).isEqualTo(Duration.ofHours(24));
            assertThat(Duration.between(Clock.systemUTC().instant(), restarted.instant()))
                    .isBetween(Duration.ofHours(24), Duration.ofHours(25));
        }
    }

    @Test
    void never_goes_back_and_not_too_far() {
        try (var data = DataFolder.take(folder)) {
            var clock = new DemoClock(data);
            assertThatIllegalArgumentException().isThrownBy(() -> clock.forward(Duration.ofHours(-1)));
            clock.forward(Duration.ofDays(400));
            assertThat(clock.ahead()).isEqualTo(DemoClock.MOST_AHEAD);
        }
    }
}
