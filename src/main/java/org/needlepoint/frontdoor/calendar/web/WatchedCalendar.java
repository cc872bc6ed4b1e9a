package org.needlepoint.frontdoor.calendar.web;

import java.io.IOException;
import java.util.List;
import java.util.Set;
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
    /// Often enough for a proxy to keep the connection, for a page to know that it is not dead, and for a sign-in that
    /// ended to end it.
    private static final int SIGN_OF_LIFE_EVERY = 15;

    private final PracticeId practice;
    private final RecentChanges changes;
    private final SignIns signIns;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean started;
    private boolean over;

    /// A page that shows the calendar.
    record Follower(SignInKey key, SseEmitter emitter) {}

    WatchedCalendar(PracticeId practice, RecentChanges changes, SignIns signIns) {
        this.practice = practice;
        this.changes = changes;
        this.signIns = signIns;
    }

    /// False when the practice has too many. Of one browser's the one that is open longest gives way: it is most likely
    /// of a page that was left, which shows only when it is written to.
    boolean add(Follower follower) {
        lock.lock();
        try {
            if (over || followers.size() >= LiveCalendars.MOST_OF_A_PRACTICE) {
                return false;
            }
            var own = followers.stream()
                    .filter(each -> each.key().equals(follower.key()))
                    .toList();
            own.stream()
                    .limit(Math.max(0, own.size() - LiveCalendars.MOST_OF_ONE_BROWSER + 1))
                    .forEach(this::giveWay);
            followers.add(follower);
            isSent(follower, hereIAm());
            if (!started) {
                started = true;
                Thread.ofVirtual().name("calendar-" + practice).start(() -> PracticeScope.run(practice, this::watch));
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void giveWay(Follower oldest) {
        followers.remove(oldest);
        end(oldest, "crowded");
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

    /// The first round tells whatever it finds: something may have changed between a page's rendering and now.
    private void watch() {
        Fingerprint seen = null;
        for (int round = 1; goesOn(); round++) {
            try {
                var now = changes.fingerprint(practice);
                boolean news = seen == null || now.isNewsAfter(seen);
                seen = now;
                if (news) {
                    tell(event("changed"));
                } else if (round % SIGN_OF_LIFE_EVERY == 0) {
                    tell(hereIAm());
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

    /// Also said at once: the browser takes a connection for open when the first words arrive.
    private static Set<ResponseBodyEmitter.DataWithMediaType> hereIAm() {
        return event("here");
    }

    private static Set<ResponseBodyEmitter.DataWithMediaType> event(String name) {
        return SseEmitter.event().name(name).data("").build();
    }

    private void tell(Set<ResponseBodyEmitter.DataWithMediaType> news) {
        followers.removeIf(follower -> !isTold(follower, news));
    }

    /// False when the browser has gone, or nobody is signed in there any more.
    private boolean isTold(Follower follower, Set<ResponseBodyEmitter.DataWithMediaType> news) {
        if (!signIns.isActive(practice, follower.key())) {
            end(follower, "ended");
            return false;
        }
        return isSent(follower, news);
    }

    private static void end(Follower follower, String why) {
        if (isSent(follower, event(why))) {
            follower.emitter().complete();
        }
    }

    private static boolean isSent(Follower follower, Set<ResponseBodyEmitter.DataWithMediaType> news) {
        try {
            follower.emitter().send(news);
            return true;
        } catch (IOException | IllegalStateException e) {
            LOG.trace("a browser has gone", e);
            return false;
        }
    }
}
