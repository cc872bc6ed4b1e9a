package org.needlepoint.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.needlepoint.database.DataFolder;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// The demo's clock, which visitors put forward to see what happens later: a check-in is sent the next day. It never
/// goes back, and it remembers over a restart how far it is ahead.
@Component
@Profile("demo")
public class DemoClock extends Clock {
    /// Far enough for every check-in; records of the demo stay readable.
    public static final Duration MOST_AHEAD = Duration.ofDays(60);

    private final Clock wall = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    private final Path file;
    private final AtomicReference<Duration> ahead;

    DemoClock(DataFolder folder) {
        file = folder.path().resolve("demo-clock");
        ahead = new AtomicReference<>(read(file));
    }

    /// How far it is ahead of the wall clock.
    public Duration ahead() {
        return ahead.get();
    }

    /// Puts the clock forward, at most to [#MOST_AHEAD].
    ///
    /// @param by not negative
    public synchronized void forward(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("the demo's clock never goes back, was " + by);
        }
        var wanted = ahead.get().plus(by);
        var moved = wanted.compareTo(MOST_AHEAD) > 0 ? MOST_AHEAD : wanted;
        write(file, moved);
        ahead.set(moved);
    }

    @Override
    public Instant instant() {
        return wall.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("rules ask for the instant and convert it themselves");
    }

    private static Duration read(Path file) {
        try {
            return Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, Duration ahead) {
        try {
            var partial = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(partial, ahead.toString());
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
