package org.needlepoint.database;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/// Whether the database answers. A node whose database does not answer is not ready.
@Component
class DatabaseHealthIndicator implements HealthIndicator {
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    DatabaseHealthIndicator(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public Health health() {
        try {
            PracticeScope.platform(() -> transaction.execute(
                    _ -> jdbc.sql("select 1").query(Integer.class).single()));
            return Health.up().build();
        } catch (DataAccessException | TransactionException e) {
            return Health.down().build();
        }
    }
}
