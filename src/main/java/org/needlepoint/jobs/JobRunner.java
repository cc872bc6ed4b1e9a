package org.needlepoint.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Claims due work and hands it to its handler. A node that dies gives its claims back when they run out.
@Component
public class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration CLAIM = Duration.ofMinutes(2);

    /// Run side by side, so that one slow mail server does not hold up the rest and no claim runs out in a queue.
    private static final int BATCH = 4;
    private static final int ATTEMPTS = 8;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Map<String, JobHandler> handlers;

    private record Job(UUID id, PracticeId practice, String kind, UUID subject, int attempts, UUID claim) {}

    JobRunner(JdbcClient jdbc, TransactionOperations transaction, Clock clock, List<JobHandler> handlers) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.handlers = handlers.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
    }

    @Scheduled(
            initialDelayString = "${needlepoint.jobs.every:1000}",
            fixedDelayString = "${needlepoint.jobs.every:1000}")
    void tick() {
        try {
            runDue();
        } catch (org.springframework.dao.DataAccessException | org.springframework.transaction.TransactionException e) {
            LOG.warn("scheduled work waits: the database does not answer");
        }
    }

    /// Runs everything that is due now; returns how many jobs were done.
    public int runDue() {
        int done = 0;
        for (var jobs = claim(); !jobs.isEmpty(); jobs = claim()) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                jobs.forEach(job -> threads.execute(() -> run(job)));
            }
            done += jobs.size();
        }
        return done;
    }

    /// Only kinds that this node knows: during an upgrade an older node leaves newer kinds to the others.
    private List<Job> claim() {
        if (handlers.isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        var claim = Uuid7.next();
        return PracticeScope.platform(() -> transaction.execute(_ -> jdbc.sql("""
                            update platform.job
                               set claimed_until = :until,
                                   claim = :claim,
                                   attempts = attempts + 1
                             where id in (select id
                                            from platform.job
                                           where run_at <= :now
                                             and failed_at is null
                                             and kind in (:kinds)
                                             and (claimed_until is null or claimed_until <= :now)
                                           order by run_at
                                           limit :batch
                                             for update skip locked)
                            returning id, practice_id, kind, subject_id, attempts
                            """)
                .param("now", at(now))
                .param("until", at(now.plus(CLAIM)))
                .param("claim", claim)
                .param("kinds", handlers.keySet())
                .param("batch", BATCH)
                .query((rs, _) -> new Job(
                        rs.getObject("id", UUID.class),
                        new PracticeId(rs.getObject("practice_id", UUID.class)),
                        rs.getString("kind"),
                        rs.getObject("subject_id", UUID.class),
                        rs.getInt("attempts"),
                        claim))
                .list()));
    }

    private void run(Job job) {
        try {
            var handler = Objects.requireNonNull(handlers.get(job.kind()));
            PracticeScope.run(job.practice(), () -> handler.run(job.practice(), job.subject()));
            finish(job);
        } catch (RuntimeException e) {
            LOG.warn(
                    "work {} of kind {} failed at attempt {}: {}",
                    job.id(),
                    job.kind(),
                    job.attempts(),
                    e.getClass().getName());
            retry(job);
        }
    }

    /// The job may have been planned anew while it ran; then its claim is gone and it stays.
    private void finish(Job job) {
        PracticeScope.platform(() -> transaction.execute(_ ->
                jdbc.sql("""
                        delete from platform.job
                         where id = :id
                           and claim = :claim
                        """).param("id", job.id()).param("claim", job.claim()).update()));
    }

    private void retry(Job job) {
        boolean last = job.attempts() >= ATTEMPTS;
        var next = clock.instant().plusSeconds(1L << Math.min(job.attempts() + 2, 12));
        PracticeScope.platform(() -> transaction.execute(_ -> jdbc.sql("""
                        update platform.job
                           set run_at = :next,
                               failed_at = :failed,
                               claimed_until = null,
                               claim = null
                         where id = :id
                           and claim = :claim
                        """)
                .param("next", at(next))
                .param("failed", last ? at(clock.instant()) : null)
                .param("id", job.id())
                .param("claim", job.claim())
                .update()));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
