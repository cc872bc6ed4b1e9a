package org.needlepoint.scheduling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Does what a request with an Idempotency-Key asks for once, however often it is sent. The key is inserted in the
/// transaction of the act, so that a concurrent repeat waits; a success is kept for 24 hours and given again; a refusal
/// leaves no trace and is evaluated afresh.
@org.springframework.stereotype.Service
public class Once {
    private static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Attempts attempts;
    private final Clock clock;

    Once(JdbcClient jdbc, Attempts attempts, Clock clock) {
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.clock = clock;
    }

    /// A request that may come again.
    ///
    /// @param route  what is asked for, such as `POST appointments`
    /// @param caller who asks: a client's hash or an account's id
    /// @param key    chosen by the caller, 1..200 characters
    /// @param body   all of it; only its SHA-256 is kept
    public record Request(String route, String caller, String key, String body) {}

    /// An answer worth keeping.
    public record Answer(int status, String body) {}

    /// What came of it.
    public sealed interface Outcome<T> {
        /// Done now.
        record Fresh<T>(T result) implements Outcome<T> {}

        /// Done before: the answer of then.
        record Repeated<T>(Answer answer) implements Outcome<T> {}

        /// Refused: the key came before with another body.
        record OtherBody<T>() implements Outcome<T> {}
    }

    /// Does the act unless it was done before.
    ///
    /// @param act  what to do; it joins this transaction, which may run again when another booking got in its way
    /// @param keep the answer to keep; empty for a refusal, whose transaction is rolled back
    public <T> Outcome<T> run(
            PracticeId practice, Request request, Supplier<T> act, Function<T, Optional<Answer>> keep) {
        return attempts.run(transaction -> {
            var hash = sha256(request.body());
            if (!insert(practice, request, hash)) {
                return repeated(practice, request, hash);
            }
            var result = act.get();
            keep.apply(result)
                    .ifPresentOrElse(answer -> store(practice, request, answer), transaction::setRollbackOnly);
            return new Outcome.Fresh<>(result);
        });
    }

    private boolean insert(PracticeId practice, Request request, String hash) {
        var now = clock.instant();
        return jdbc.sql("""
            insert into scheduling.idempotency_key (practice_id, route, caller, key, body_hash, created_at)
            values (:practice, :route, :caller, :key, :hash, :now)
            on conflict (practice_id, route, caller, key) do update
               set body_hash = excluded.body_hash, created_at = excluded.created_at, status = null, response = null
             where idempotency_key.created_at <= :tooOld
            """)
                        .param("practice", practice.value())
                        .param("route", request.route())
                        .param("caller", request.caller())
                        .param("key", request.key())
                        .param("hash", hash)
                        .param("now", Columns.utc(now))
                        .param("tooOld", Columns.utc(now.minus(KEPT)))
                        .update()
                == 1;
    }

    private void store(PracticeId practice, Request request, Answer answer) {
        jdbc.sql("""
            update scheduling.idempotency_key
               set status = :status, response = :response
             where practice_id = :practice
               and route = :route
               and caller = :caller
               and key = :key
            """)
                .param("practice", practice.value())
                .param("route", request.route())
                .param("caller", request.caller())
                .param("key", request.key())
                .param("status", answer.status())
                .param("response", answer.body())
                .update();
    }

    private <T> Outcome<T> repeated(PracticeId practice, Request request, String hash) {
        record Kept(String hash, Answer answer) {}
        var kept = jdbc.sql("""
                select body_hash, status, response
                  from scheduling.idempotency_key
                 where practice_id = :practice
                   and route = :route
                   and caller = :caller
                   and key = :key
                """)
                .param("practice", practice.value())
                .param("route", request.route())
                .param("caller", request.caller())
                .param("key", request.key())
                .query((rs, _) ->
                        new Kept(rs.getString("body_hash"), new Answer(rs.getInt("status"), rs.getString("response"))))
                .single();
        return kept.hash().equals(hash) ? new Outcome.Repeated<>(kept.answer()) : new Outcome.OtherBody<>();
    }

    private static String sha256(String body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }
}
