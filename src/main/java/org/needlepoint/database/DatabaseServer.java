package org.needlepoint.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The PostgreSQL that serves this installation: embedded in the data folder, or an external one.
public final class DatabaseServer implements AutoCloseable {
    private static final int OLDEST_VERSION = 150_000;
    private static final String DATABASE = "needlepoint";

    private final String url;
    private final java.util.function.Function<DatabaseRole, Login> logins;
    private final @Nullable EmbeddedPostgres embedded;

    /// Who connects.
    public record Login(String user, String password) {}

    private DatabaseServer(
            String url, java.util.function.Function<DatabaseRole, Login> logins, @Nullable EmbeddedPostgres embedded) {
        this.url = url;
        this.logins = logins;
        this.embedded = embedded;
    }

    /// Starts the embedded server of a data folder.
    ///
    /// @param cache        where the bundled programs are unpacked once
    /// @param installedBin the `bin` folder of an installed PostgreSQL to use instead, or blank
    public static DatabaseServer embedded(DataFolder folder, Path cache, String installedBin) {
        var secrets = new Secrets(folder.path());
        var superuser = new Login("postgres", secrets.password("postgres"));
        var postgres = EmbeddedPostgres.start(folder, PostgresBinaries.bin(cache, installedBin), superuser.password());
        try {
            var base = "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/";
            Bootstrap.run(base, DATABASE, superuser, role -> secrets.password(role.roleName()));
            return new DatabaseServer(
                    base + DATABASE, role -> new Login(role.roleName(), secrets.password(role.roleName())), postgres);
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    /// Uses a server of the practice's own, whose roles were made as `docs/how-to/external-database.md` says.
    public static DatabaseServer external(String url, java.util.function.Function<DatabaseRole, Login> logins) {
        return new DatabaseServer(url, logins, null);
    }

    /// The JDBC address, without a password.
    public String url() {
        return url;
    }

    public Login login(DatabaseRole role) {
        return logins.apply(role);
    }

    /// A connection as a role. Only the migrations, the guards and the maintenance commands connect this way;
    /// everything else goes through the scoped data source.
    public Connection connect(DatabaseRole role) throws SQLException {
        var login = login(role);
        var properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        return DriverManager.getConnection(url, properties);
    }

    /// Refuses a server that is too old, or an application role that could see through row-level security.
    public void check() {
        try (var connection = connect(DatabaseRole.APP);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                select current_setting('server_version_num')::int as version,
                       role.rolsuper or role.rolbypassrls as bypasses,
                       exists (select 1
                                 from pg_class c
                                 join pg_roles owner on owner.oid = c.relowner
                                where c.relkind in ('r', 'p')
                                  and c.relrowsecurity
                                  and pg_has_role(current_user, owner.oid, 'MEMBER')) as owns
                  from pg_roles role
                 where role.rolname = current_user
                """)) {
            rows.next();
            boolean seesThrough = rows.getBoolean("bypasses") || rows.getBoolean("owns");
            refusal(login(DatabaseRole.APP).user(), rows.getInt("version"), seesThrough)
                    .ifPresent(line -> {
                        throw new StartRefused(line);
                    });
        } catch (SQLException e) {
            throw new StartRefused("The database at %s does not answer: %s".formatted(url, e.getMessage()), e);
        }
    }

    /// Why a server cannot be used.
    ///
    /// @param version as `server_version_num` says it: 150004 for 15.4
    static Optional<String> refusal(String role, int version, boolean seesThrough) {
        if (version < OLDEST_VERSION) {
            return Optional.of("The database server is version %d; Needlepoint needs PostgreSQL 15 or newer."
                    .formatted(version / 10_000));
        }
        return seesThrough
                ? Optional.of(
                        "The database role %s can see through row-level security (superuser, BYPASSRLS or owner of tables): one practice could read another's data. Use a plain role, as docs/how-to/external-database.md says."
                                .formatted(role))
                : Optional.empty();
    }

    /// Stops the embedded server; [#restart] brings it back at the same address. For tests of what happens meanwhile.
    void stop() {
        close();
    }

    void restart() {
        if (embedded != null) {
            embedded.restart();
        }
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
