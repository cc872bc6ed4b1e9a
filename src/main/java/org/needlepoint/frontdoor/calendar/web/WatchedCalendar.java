package org.needlepoint.frontdoor.calendar.web;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.identity.SignInKey;
import org.needlepoint.identity.SignIns;
import org.needlepoint.scheduling.RecentChanges;
import org.needlepoint.scheduling.RecentChanges.Fingerprint;
import org.needlepoint.shared.PracticeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One practice's calendar while browsers of this node show it: asks every second whether it changed, and tells them.
/// It ends when the last one is gone.
final class WatchedCalendar {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedCalendar.class);
    private static final long EVERY_MILLIS = 1_000;
    /// Often enough for a proxy to keep the connection, and for a sign-in that ended to end it.
    private static final int SIGN_OF_LIFE_EVERY = 15;

    private final PracticeId practice;
    private final RecentChanges changes;
    private final SignIns signIns;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean started;
    private boolean over;

    /// A browser.
    record Follower(SignInKey key, UUID account, SseEmitter emitter) {}

    WatchedCalendar(PracticeId practice, RecentChanges changes, SignIns signIns) {
        this.practice = practice;
        this.changes = changes;
        this.signIns = signIns;
    }

    /// False when there are too many.
    boolean add(Follower follower) {
        lock.lock();
        try {
            long own = followers.stream()
                    .filter(each -> each.account().equals(follower.account()))
                    .count();
            if (over
                    || own >= LiveCalendars.MOST_OF_ONE_ACCOUNT
                    || followers.size() >= LiveCalendars.MOST_OF_A_PRACTICE) {
                return false;
            }
            followers.add(follower);
            if (!started) {
                started = true;
                Thread.ofVirtual().name("calendar-" + practice).start(() -> PracticeScope.run(practice, this::watch));
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    void remove(Follower follower) {
        followers.remove(follower);
    }

    boolean isOver() {
        lock.lock();
        try {
            return over;
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            over = true;
            ended.countDown();
        } finally {
            lock.unlock();
        }
        followers.forEach(follower -> follower.emitter().complete());
    }

    private void watch() {
        Fingerprint seen = null;
        for (int round = 1; goesOn(); round++) {
            try {
                var now = changes.fingerprint(practice);
                boolean news = seen != null && now.isNewsAfter(seen);
                seen = now;
                if (news) {
                    tell(SseEmitter.event().name("changed").data(""));
                } else if (round % SIGN_OF_LIFE_EVERY == 0) {
                    tell(SseEmitter.event().comment(""));
                }
            } catch (DataAccessException | TransactionException e) {
                LOG.debug("the calendar of {} could not be looked at; it is tried again", practice, e);
            }
        }
    }

    /// Waits for the next round; false when nobody is left or the application stops.
    private boolean goesOn() {
        try {
            boolean stops = !followers.isEmpty() && ended.await(EVERY_MILLIS, TimeUnit.MILLISECONDS);
            lock.lock();
            try {
                over = over || stops || followers.isEmpty();
                return !over;
            } finally {
                lock.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void tell(SseEmitter.SseEventBuilder news) {
        var parts = news.build();
        followers.removeIf(follower -> !isTold(follower, parts));
    }

    /// False when the browser has gone, or nobody is signed in there any more.
    private boolean isTold(Follower follower, Set<ResponseBodyEmitter.DataWithMediaType> news) {
        try {
            if (signIns.isActive(practice, follower.key())) {
                follower.emitter().send(news);
                return true;
            }
            follower.emitter().send(SseEmitter.event().name("ended").data(""));
            follower.emitter().complete();
        } catch (IOException | IllegalStateException e) {
            LOG.trace("a browser has gone", e);
        }
        return false;
    }
}
