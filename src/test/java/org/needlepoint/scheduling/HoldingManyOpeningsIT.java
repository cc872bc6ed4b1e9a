package org.needlepoint.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.needlepoint.scheduling.HoldOpening.Holding;
import org.needlepoint.testing.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;

/// One client keeps so many openings at a time, however it asks.
@IntegrationTest
class HoldingManyOpeningsIT {
    /// Monday, 9:00 in New York.
    private static final Instant MONDAY_NINE = Instant.parse("2026-12-07T14:00:00Z");

    private static final int MOST = 20;

    @Autowired
    Clinic clinics;

    @Autowired
    HoldOpening holdOpening;

    @Test
    void is_refused_past_the_limit_also_when_all_requests_come_at_once() throws Exception {
        var clinic = clinics.byPhone("America/New_York");
        var wanted = IntStream.range(0, 40)
                .mapToObj(i -> MONDAY_NINE.plus(Duration.ofDays(i % 5)).plus(Duration.ofMinutes(30L * (i / 5))))
                .<Callable<Holding>>map(start -> () -> clinic.in(() -> holdOpening.hold(
                        clinic.id(), clinic.service(), clinic.practitioner(), clinic.location(), start, "a client")))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(wanted).stream().map(Future::resultNow))
                    .filteredOn(Holding.Held.class::isInstance)
                    .hasSize(MOST);
        }
    }
}
