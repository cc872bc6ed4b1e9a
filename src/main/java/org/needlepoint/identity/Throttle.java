package org.needlepoint.identity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.needlepoint.keys.KeyRing;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Slows down guessing: some tries are free, then each costs a longer wait, up to a quarter of an hour. Counted in the
/// database, so that every node counts the same.
@Repository
public class Throttle {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final KeyRing ring;
    private final Clock clock;

    Throttle(JdbcClient jdbc, KeyRing ring, Clock clock) {
        this.jdbc = jdbc;
        this.ring = ring;
        this.clock = clock;
    }

    /// What is counted.
    ///
    /// @param kind such as `password`
    /// @param free how many tries cost no waiting, 1 or more
    public record Limit(String kind, int free) {}

    private record Count(int tries, Instant last) {}

    /// Counts a try before it is made, so that many at once do not slip through. Commits on its own, whatever becomes
    /// of the caller's work.
    ///
    /// @param subject who is counted, such as an e-mail address; kept only as a keyed hash
    /// @return empty when the try may be made; else how long to wait
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Duration> claim(PracticeId practice, Limit limit, String subject) {
        var now = clock.instant();
        var hash = hash(limit, subject);
        jdbc.sql("""
            insert into identity.attempt (practice_id, kind, subject_hash, window_started_at, last_at, count)
            values (:practice, :kind, :subject, :now, :now, 0)
            on conflict (practice_id, kind, subject_hash) do nothing
            """)
                .param("practice", practice.value())
                .param("kind", limit.kind())
                .param("subject", hash)
                .param("now", utc(now))
                .update();
        var count = lock(practice, limit, hash);
        boolean forgotten = count.last().plus(FORGOTTEN_AFTER).isBefore(now);
        int tries = forgotten ? 0 : count.tries();
        var wait = waitAfter(tries, limit.free());
        var until = count.last().plus(wait);
        if (wait.isPositive() && until.isAfter(now)) { // the database rounds: the last try may seem to lie ahead
            return Optional.of(Duration.between(now, until));
        }
        jdbc.sql("""
            update identity.attempt
               set count = :count,
                   last_at = :now,
                   window_started_at = case when :count = 1 then :now else window_started_at end
             where practice_id = :practice
               and kind = :kind
               and subject_hash = :subject
            """)
                .param("count", tries + 1)
                .param("now", utc(now))
                .param("practice", practice.value())
                .param("kind", limit.kind())
                .param("subject", hash)
                .update();
        return Optional.empty();
    }

    /// The wait before the next try, after so many.
    static Duration waitAfter(int tries, int free) {
        if (tries < free) {
            return Duration.ZERO;
        }
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries - free, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private Count lock(PracticeId practice, Limit limit, byte[] hash) {
        return jdbc.sql("""
            select count, last_at
              from identity.attempt
             where practice_id = :practice
               and kind = :kind
               and subject_hash = :subject
               for update
            """)
                .param("practice", practice.value())
                .param("kind", limit.kind())
                .param("subject", hash)
                .query((rs, _) -> new Count(
                        rs.getInt("count"),
                        rs.getObject("last_at", OffsetDateTime.class).toInstant()))
                .single();
    }

    /// Forgets the tries: the right answer was given.
    @Transactional
    public void forget(PracticeId practice, Limit limit, String subject) {
        jdbc.sql("""
            delete from identity.attempt
             where practice_id = :practice
               and kind = :kind
               and subject_hash = :subject
            """)
                .param("practice", practice.value())
                .param("kind", limit.kind())
                .param("subject", hash(limit, subject))
                .update();
    }

    /// Takes one try back: it was right, and others who share the subject should not pay for it.
    @Transactional
    public void refund(PracticeId practice, Limit limit, String subject) {
        jdbc.sql("""
            update identity.attempt
               set count = greatest(count - 1, 0)
             where practice_id = :practice
               and kind = :kind
               and subject_hash = :subject
            """)
                .param("practice", practice.value())
                .param("kind", limit.kind())
                .param("subject", hash(limit, subject))
                .update();
    }

    @Transactional
    void purge(PracticeId practice) {
        jdbc.sql("delete from identity.attempt where practice_id = :practice and last_at < :before")
                .param("practice", practice.value())
                .param("before", utc(clock.instant().minus(Duration.ofDays(1))))
                .update();
    }

    private byte[] hash(Limit limit, String subject) {
        var content = (limit.kind() + "\n" + subject).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of()
                .parseHex(ring.sign(KeyRing.Purpose.CLIENT, content).hex());
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
