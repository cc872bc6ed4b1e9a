package org.needlepoint.scheduling.zones;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When a visit begins whose zone may have other rules than at the time of booking.
class KeepingAPromisedTimeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "America/New_York | 2026-12-03T09:00 | 2026-12-03T14:00:00Z | 2026-12-03T14:00:00Z | nothing has changed",
                "America/New_York | 2026-12-03T09:00 | 2026-12-03T13:00:00Z | 2026-12-03T14:00:00Z | it was to stay summer time",
                "America/New_York | 2026-07-01T09:00 | 2026-07-01T14:00:00Z | 2026-07-01T13:00:00Z | there was to be no summer time",
                "Asia/Almaty | 2026-07-01T09:00 | 2026-07-01T03:00:00Z | 2026-07-01T04:00:00Z | the country changed its offset",
                "America/New_York | 2026-11-01T01:30 | 2026-11-01T05:30:00Z | 2026-11-01T05:30:00Z | the first of two half past one",
                "America/New_York | 2026-11-01T01:30 | 2026-11-01T06:30:00Z | 2026-11-01T06:30:00Z | the second of two half past one",
                "America/New_York | 2026-03-08T02:30 | 2026-03-08T06:30:00Z | 2026-03-08T07:30:00Z | the clock has come to skip the time",
                "America/New_York | 2026-03-08T02:30 | 2026-03-08T07:30:00Z | 2026-03-08T07:30:00Z | the same, asked again",
            })
    void shows_on_the_clock_of_the_day(
            ZoneId zone, LocalDateTime promised, Instant stored, Instant derived, String because) {
        assertThat(new PromisedTime(promised, zone, stored).derived())
                .as(because)
                .isEqualTo(derived);
    }
}
