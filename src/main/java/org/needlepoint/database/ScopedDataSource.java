package org.needlepoint.database;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Hands out connections to beginning transactions only, so that no statement runs outside a practice's scope.
final class ScopedDataSource extends DelegatingDataSource implements AutoCloseable {
    private final ThreadLocal<Boolean> beginning = ThreadLocal.withInitial(() -> false);

    private final HikariDataSource pool;

    ScopedDataSource(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    @Override
    public void close() {
        pool.close();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return beginning.get() ? super.getConnection() : metadataOnly(super.getConnection());
    }

    /// Frameworks ask for the kind of database at start; whatever else is asked of such a connection is refused.
    private static Connection metadataOnly(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "getMetaData", "close", "isClosed" -> method.invoke(connection, arguments);
                    case "toString" -> "a connection outside a practice's scope";
                    default -> {
                        connection.close();
                        throw new OutsidePracticeScope();
                    }
                });
    }

    @Override
    public Connection getConnection(String username, String password) {
        throw new OutsidePracticeScope();
    }

    void whileBeginning(Runnable begin) {
        beginning.set(true);
        try {
            begin.run();
        } finally {
            beginning.remove();
        }
    }
}
