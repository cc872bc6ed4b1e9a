package org.needlepoint.database;

import java.sql.SQLException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Tells the database at begin whose rows the transaction may see (`np.practice`, until its end).
final class ScopedTransactionManager extends JdbcTransactionManager {
    private static final long serialVersionUID = 1L;

    private final transient ScopedDataSource source;

    ScopedTransactionManager(ScopedDataSource source) {
        super(source);
        this.source = source;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        var setting = PracticeScope.setting();
        source.whileBeginning(() -> super.doBegin(transaction, definition));
        try {
            tell(setting.value());
        } catch (SQLException e) {
            doRollbackQuietly(transaction);
            throw new CannotCreateTransactionException("the database did not accept the practice's scope", e);
        }
    }

    private void tell(String setting) throws SQLException {
        var holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(source);
        if (holder == null) {
            throw new IllegalStateException("no connection is bound to the transaction that has just begun");
        }
        try (var statement = holder.getConnection().prepareStatement("select set_config('np.practice', ?, true)")) {
            statement.setString(1, setting);
            statement.execute();
        }
    }

    private void doRollbackQuietly(Object transaction) {
        doCleanupAfterCompletion(transaction);
    }
}
