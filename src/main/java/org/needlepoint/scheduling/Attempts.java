package org.needlepoint.scheduling;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Runs a booking's transaction again when another got in its way. The second time it sees what the other did, and
/// answers accordingly.
@Component
public final class Attempts {
    private static final int MOST = 8;
    /// PostgreSQL's deadlock_detected and exclusion_violation.
    private static final Set<String> IN_THE_WAY = Set.of("40P01", "23P01");

    private final TransactionOperations transaction;

    Attempts(TransactionOperations transaction) {
        this.transaction = transaction;
    }

    /// Does the work in a transaction. Inside the caller's, it is done there, and the caller is who tries again.
    public <T> T run(Function<TransactionStatus, T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return once(work);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (DataAccessException e) {
                if (attempt == MOST || !anotherGotInTheWay(e)) {
                    throw e;
                }
            }
        }
    }

    private <T> T once(Function<TransactionStatus, T> work) {
        return Objects.requireNonNull(transaction.execute(work::apply));
    }

    private static boolean anotherGotInTheWay(DataAccessException e) {
        return e.getMostSpecificCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && IN_THE_WAY.contains(cause.getSQLState());
    }
}
