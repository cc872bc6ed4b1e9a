package org.needlepoint.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Function;

/// Makes the three roles and the database in a fresh embedded server. Running it again changes nothing but passwords.
final class Bootstrap {
    private Bootstrap() {}

    static void run(
            String baseUrl, String database, DatabaseServer.Login superuser, Function<DatabaseRole, String> passwords) {
        try (var connection =
                DriverManager.getConnection(baseUrl + "postgres", superuser.user(), superuser.password())) {
            for (var role : DatabaseRole.values()) {
                makeRole(connection, role, passwords.apply(role));
            }
            if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
                execute(
                        connection,
                        "select format('create database %I owner %I', ?, ?)",
                        database,
                        DatabaseRole.OWNER.roleName());
            }
        } catch (SQLException e) {
            throw new StartRefused("The embedded database could not be prepared: " + e.getMessage(), e);
        }
        try (var connection = DriverManager.getConnection(baseUrl + database, superuser.user(), superuser.password())) {
            execute(connection, "select 'create extension if not exists btree_gist with schema public'");
        } catch (SQLException e) {
            throw new StartRefused("The embedded database could not be prepared: " + e.getMessage(), e);
        }
    }

    private static void makeRole(Connection connection, DatabaseRole role, String password) throws SQLException {
        var bypass = role == DatabaseRole.MAINTENANCE ? "bypassrls" : "nobypassrls";
        var verb = exists(connection, "select 1 from pg_roles where rolname = ?", role.roleName()) ? "alter" : "create";
        execute(
                connection,
                "select format('%s role %I login nosuperuser %s password %L', ?, ?, ?, ?)",
                verb,
                role.roleName(),
                bypass,
                password);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /// Statements that take no parameters are composed by the server's own `format`, which quotes names and literals.
    private static void execute(Connection connection, String composing, String... values) throws SQLException {
        String composed;
        try (var statement = connection.prepareStatement(composing)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                composed = rows.getString(1);
            }
        }
        try (var statement = connection.createStatement()) {
            statement.execute(composed);
        }
    }
}
