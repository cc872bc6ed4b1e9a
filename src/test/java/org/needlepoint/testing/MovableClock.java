package org.needlepoint.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// A clock that stands still until a test moves it. It starts on Wednesday 2 December 2026, 10:00 in New York.
public final class MovableClock extends Clock {
    public static final Instant START = Instant.parse("2026-12-02T15:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    public void set(Instant instant) {
        now.set(instant);
    }

    public void advance(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("rules ask for the instant and convert it themselves");
    }

    /// Puts the clock into the application.
    @TestConfiguration(proxyBeanMethods = false)
    public static class Wiring {
        @Bean
        @Primary
        MovableClock clock() {
            return new MovableClock();
        }
    }
}
