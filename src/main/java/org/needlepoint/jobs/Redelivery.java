package org.needlepoint.jobs;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Delivers an event again to a listener that failed or was cut off. What was cut off counts as failed once it is stale
/// (`spring.modulith.events.staleness`); a start of the application delivers at once all that is left.
@Component
public class Redelivery {
    private static final Logger LOG = LoggerFactory.getLogger(Redelivery.class);
    private static final int BATCH = 100;

    private final FailedEventPublications failed;

    Redelivery(FailedEventPublications failed) {
        this.failed = failed;
    }

    @Scheduled(fixedDelayString = "${needlepoint.events.every:60000}", initialDelay = 60_000)
    void tick() {
        try {
            deliverFailed();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("events wait: the database does not answer");
        }
    }

    /// Hands every failed delivery to its listener once more.
    public void deliverFailed() {
        failed.resubmit(ResubmissionOptions.defaults().withBatchSize(BATCH));
    }
}
