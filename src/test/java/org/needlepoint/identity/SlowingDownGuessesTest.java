package org.needlepoint.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How long somebody waits between tries.
class SlowingDownGuessesTest {
    @Test
    void costs_nothing_at_first_then_twice_as_long_each_time_up_to_a_quarter_of_an_hour() {
        assertThat(IntStream.range(0, 12)
                        .mapToObj(tries -> Throttle.waitAfter(tries, 5).toSeconds()))
                .containsExactly(0L, 0L, 0L, 0L, 0L, 30L, 60L, 120L, 240L, 480L, 900L, 900L);
        assertThat(Throttle.waitAfter(1_000_000, 5)).isEqualTo(Duration.ofMinutes(15));
    }
}
