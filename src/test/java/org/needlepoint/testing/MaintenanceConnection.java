package org.needlepoint.testing;

import java.sql.SQLException;
import org.needlepoint.database.DatabaseRole;
import org.needlepoint.database.DatabaseServer;
import org.springframework.stereotype.Component;

/// Somebody at the database itself, past the application: what tests of tampering need.
@Component
public class MaintenanceConnection {
    private final DatabaseServer server;

    MaintenanceConnection(DatabaseServer server) {
        this.server = server;
    }

    /// Runs a statement across all practices.
    ///
    /// @return how many rows it changed
    public int run(String sql) throws SQLException {
        try (var connection = server.connect(DatabaseRole.MAINTENANCE);
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
