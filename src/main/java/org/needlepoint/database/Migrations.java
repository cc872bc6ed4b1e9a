package org.needlepoint.database;

import java.util.Map;
import org.flywaydb.core.Flyway;

/// Brings the schema up to date, as the owner role.
public final class Migrations {
    private Migrations() {}

    /// Runs what is missing of `db/migration`.
    ///
    /// @return how many migrations ran
    public static int run(DatabaseServer server) {
        var owner = server.login(DatabaseRole.OWNER);
        return Flyway.configure()
                .dataSource(server.url(), owner.user(), owner.password())
                .locations("classpath:db/migration")
                .defaultSchema("platform")
                .createSchemas(true)
                .placeholders(Map.of(
                        "app", server.login(DatabaseRole.APP).user(),
                        "maintenance", server.login(DatabaseRole.MAINTENANCE).user()))
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
