package org.needlepoint.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.needlepoint.testing.TestData;

/// The embedded PostgreSQL keeps what was committed, whatever happens to the application.
class EmbeddedDatabaseIT {
    private static final String INSTALLED = System.getenv().getOrDefault("NEEDLEPOINT_POSTGRES_BIN", "");

    private static String ask(DatabaseServer server, String sql) throws SQLException {
        try (var connection = server.connect(DatabaseRole.OWNER);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void tell(DatabaseServer server, String sql) throws SQLException {
        try (var connection = server.connect(DatabaseRole.OWNER);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_database_left_behind_by_a_killed_application_is_stopped_and_started_anew_without_loss() throws SQLException {
        var data = TestData.freshFolder();
        var killed = DataFolder.take(data);
        var orphan = DatabaseServer.embedded(killed, TestData.cache(), INSTALLED);
        tell(orphan, "create table kept (what text)");
        tell(orphan, "insert into kept values ('committed before the kill')");
        killed.close(); // what kill -9 leaves: the lock has fallen, the server runs on
        try (var folder = DataFolder.take(data);
                var server = DatabaseServer.embedded(folder, TestData.cache(), INSTALLED)) {
            assertThat(ask(server, "select what from kept")).isEqualTo("committed before the kill");
            assertThat(server.url()).isNotEqualTo(orphan.url());
        }
    }

    @Test
    void listens_on_the_loopback_address_only_writes_through_to_the_disk_and_asks_for_passwords() throws SQLException {
        try (var folder = DataFolder.take(TestData.freshFolder());
                var server = DatabaseServer.embedded(folder, TestData.cache(), INSTALLED)) {
            assertThat(ask(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(server, "show fsync")).isEqualTo("on");
            assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "show data_checksums")).isEqualTo("on");
            assertThat(ask(server, "show password_encryption")).isEqualTo("scram-sha-256");
        }
    }

    @Test
    void its_passwords_are_readable_by_their_owner_only() throws IOException {
        try (var folder = DataFolder.take(TestData.freshFolder());
                var server = DatabaseServer.embedded(folder, TestData.cache(), INSTALLED)) {
            assertThat(server.url()).startsWith("jdbc:postgresql://127.0.0.1:");
            assertThat(Files.getPosixFilePermissions(folder.path().resolve("database.secrets")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }
}
