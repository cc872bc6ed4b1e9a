package org.needlepoint;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The application. Its commands are those of `./needlepoint --help`.
@SpringBootApplication(exclude = FlywayAutoConfiguration.class)
@EnableAsync
@EnableScheduling
public class Needlepoint {
    public static void main(String[] args) {
        int status = Commands.run(args);
        if (status != Commands.RUNS_ON) {
            System.exit(status);
        }
    }

    /// Ticks in microseconds, as the database keeps time: a stored time is the one that was meant. The demo has a clock
    /// of its own, which can be put forward.
    @Bean
    @Profile("!demo")
    Clock wallClock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
