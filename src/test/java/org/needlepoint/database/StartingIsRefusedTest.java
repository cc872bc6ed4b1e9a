package org.needlepoint.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needlepoint.testing.TestData;

/// Where Needlepoint cannot run, one line says why and what to do.
class StartingIsRefusedTest {
    private static final String INSTALLED = System.getenv().getOrDefault("NEEDLEPOINT_POSTGRES_BIN", "");

    private static DataFolder folder;
    private static DatabaseServer server;

    @BeforeAll
    static void startOne() {
        folder = DataFolder.take(TestData.freshFolder());
        server = DatabaseServer.embedded(folder, TestData.cache(), INSTALLED);
    }

    @AfterAll
    static void stopIt() {
        server.close();
        folder.close();
    }

    @Test
    void while_the_data_folder_is_in_use_by_another_instance() {
        assertThatThrownBy(() -> DataFolder.take(folder.path()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("in use by another running Needlepoint")
                .hasMessageContaining(folder.path().toString());
    }

    @Test
    void where_the_data_folder_cannot_be_written() {
        assertThatThrownBy(() -> DataFolder.take(Path.of("/proc/needlepoint")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("cannot be written")
                .hasMessageContaining("--data");
    }

    @Test
    void where_a_file_stands_in_the_place_of_the_data_folder(@TempDir Path temp) throws IOException {
        var file = Files.writeString(temp.resolve("file"), "x");
        assertThatThrownBy(() -> DataFolder.take(file))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void where_the_disk_has_no_room() {
        assertThatThrownBy(() -> DataFolder.requireRoom(folder.path(), 199L << 20))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("less than 200 MB left");
        DataFolder.requireRoom(folder.path(), 201L << 20);
    }

    @Test
    void on_a_server_older_than_postgresql_15() {
        assertThat(DatabaseServer.refusal("app", 140_012, false))
                .hasValueSatisfying(line -> assertThat(line).contains("version 14", "needs PostgreSQL 15"));
        assertThat(DatabaseServer.refusal("app", 150_000, false)).isEmpty();
    }

    @Test
    void with_a_role_that_bypasses_row_security() {
        var bypassing = DatabaseServer.external(server.url(), _ -> server.login(DatabaseRole.MAINTENANCE));
        assertThatThrownBy(bypassing::check)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("needlepoint_maintenance can see through row-level security");
    }

    @Test
    void with_a_role_that_owns_the_tables() {
        Migrations.run(server);
        var owning = DatabaseServer.external(server.url(), _ -> server.login(DatabaseRole.OWNER));
        assertThatThrownBy(owning::check)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("needlepoint_owner can see through row-level security");
    }

    @Test
    void when_the_external_server_does_not_answer() {
        var nowhere = DatabaseServer.external(
                "jdbc:postgresql://127.0.0.1:1/needlepoint", role -> new DatabaseServer.Login("x", "y"));
        assertThatThrownBy(nowhere::check).isInstanceOf(StartRefused.class).hasMessageContaining("does not answer");
    }

    @Test
    void with_a_wrong_password() {
        var wrong = DatabaseServer.external(
                server.url(), role -> new DatabaseServer.Login(role.roleName(), "not the password"));
        assertThatThrownBy(wrong::check)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("password authentication failed");
    }
}
