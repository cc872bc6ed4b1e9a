package org.needlepoint.frontdoor.calendar.web;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.needlepoint.identity.SignInKey;
import org.needlepoint.identity.SignIns;
import org.needlepoint.scheduling.RecentChanges;
import org.needlepoint.shared.PracticeId;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The open calendars of this node, by practice. One poller a practice, while anybody looks.
@Component
class LiveCalendars implements SmartLifecycle {
    /// A browser has six connections to one server; it needs some of them for all else.
    static final int MOST_OF_ONE_BROWSER = 4;

    static final int MOST_OF_A_PRACTICE = 100;
    private static final Duration KEPT_OPEN = Duration.ofMinutes(10);

    private final RecentChanges changes;
    private final SignIns signIns;
    private final Map<PracticeId, WatchedCalendar> watched = new ConcurrentHashMap<>();
    private volatile boolean running;

    LiveCalendars(RecentChanges changes, SignIns signIns) {
        this.changes = changes;
        this.signIns = signIns;
    }

    /// Follows a practice's calendar for one page; empty when too many of the practice do already.
    Optional<SseEmitter> open(PracticeId practice, SignInKey key) {
        if (!running) {
            return Optional.empty();
        }
        var emitter = new SseEmitter(KEPT_OPEN.toMillis());
        var follower = new WatchedCalendar.Follower(key, emitter);
        boolean[] taken = new boolean[1];
        watched.compute(practice, (_, calendar) -> {
            taken[0] = calendar != null && calendar.add(follower);
            if (taken[0] || (calendar != null && !calendar.isOver())) {
                return calendar;
            }
            var fresh = new WatchedCalendar(practice, changes, signIns);
            taken[0] = fresh.add(follower);
            return fresh;
        });
        if (!taken[0]) {
            return Optional.empty();
        }
        Runnable gone =
                () -> Optional.ofNullable(watched.get(practice)).ifPresent(calendar -> calendar.remove(follower));
        emitter.onCompletion(gone);
        emitter.onTimeout(emitter::complete);
        emitter.onError(_ -> gone.run());
        return Optional.of(emitter);
    }

    @Override
    public void start() {
        running = true;
    }

    /// Before the web server waits for its last requests to end: these would not.
    @Override
    public void stop() {
        running = false;
        watched.values().forEach(WatchedCalendar::end);
        watched.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
    }
}
