package org.needlepoint.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.shared.PracticeId;
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
    private static final int BATCH = 20;
    private static final int ATTEMPTS = 8;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Map<String, JobHandler> handlers;

    private record Job(UUID id, PracticeId practice, String kind, UUID subject, int attempts) {}

    JobRunner(JdbcClient jdbc, TransactionOperations transaction, Clock clock, List<JobHandler> handlers) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.handlers = handlers.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
    }

    @Scheduled(fixedDelayString = "${needlepoint.jobs.every:1000}", initialDelay = 2000)
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
            for (var job : jobs) {
                run(job);
                done++;
            }
        }
        return done;
    }

    private List<Job> claim() {
        var now = clock.instant();
        return PracticeScope.platform(() -> transaction.execute(_ -> jdbc.sql("""
                            update platform.job
                               set claimed_until = :until,
                                   attempts = attempts + 1
                             where id in (select id
                                            from platform.job
                                           where run_at <= :now
                                             and failed_at is null
                                             and (claimed_until is null or claimed_until <= :now)
                                           order by run_at
                                           limit :batch
                                             for update skip locked)
                            returning id, practice_id, kind, subject_id, attempts
                            """)
                .param("now", at(now))
                .param("until", at(now.plus(CLAIM)))
                .param("batch", BATCH)
                .query((rs, _) -> new Job(
                        rs.getObject("id", UUID.class),
                        new PracticeId(rs.getObject("practice_id", UUID.class)),
                        rs.getString("kind"),
                        rs.getObject("subject_id", UUID.class),
                        rs.getInt("attempts")))
                .list()));
    }

    private void run(Job job) {
        var handler = handlers.get(job.kind());
        try {
            if (handler == null) {
                throw new IllegalStateException("no handler for work of kind " + job.kind());
            }
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

    /// The job may have planned itself anew while it ran; then it stays.
    private void finish(Job job) {
        write("""
        delete from platform.job
         where id = :id
           and attempts = :attempts
        """, job, null);
    }

    private void retry(Job job) {
        var next = clock.instant().plusSeconds(1L << Math.min(job.attempts() + 2, 12));
        var query = job.attempts() >= ATTEMPTS
                ? "update platform.job set failed_at = :next, claimed_until = null where id = :id and attempts = :attempts"
                : "update platform.job set run_at = :next, claimed_until = null where id = :id and attempts = :attempts";
        write(query, job, next);
    }

    private void write(String query, Job job, @org.jspecify.annotations.Nullable Instant next) {
        PracticeScope.platform(() -> transaction.execute(_ -> {
            var statement = jdbc.sql(query).param("id", job.id()).param("attempts", job.attempts());
            return (next == null ? statement : statement.param("next", at(next))).update();
        }));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
