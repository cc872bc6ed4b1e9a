package org.needlepoint.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// The database of an application that runs as a process of its own, seen from outside.
public final class EmbeddedDatabase {
    private final Path data;

    /// @param data the application's data folder
    public EmbeddedDatabase(Path data) {
        this.data = data;
    }

    /// Stops the server as a power cut would, and starts it again on the same port.
    public void crash() {
        try {
            var cluster = data.resolve("postgresql");
            var command = new ArrayList<String>();
            var owner = Files.getOwner(cluster).getName();
            if (!owner.equals(System.getProperty("user.name"))) {
                command.addAll(List.of("setpriv", "--reuid", owner, "--regid", owner, "--clear-groups"));
            }
            command.addAll(List.of(program().resolveSibling("pg_ctl").toString(), "restart", "-D", cluster.toString()));
            command.addAll(List.of("-m", "immediate", "-w", "-t", "60", "-l"));
            command.add(cluster.resolve("server.log").toString());
            var output = Files.createTempFile("needlepoint", ".out");
            int status = new ProcessBuilder(command)
                    .directory(new java.io.File("/"))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("the database does not restart: " + Files.readString(output));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Path program() throws IOException {
        long pid = Long.parseLong(pidFile().getFirst().strip());
        return Path.of(ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .orElseThrow(() -> new IllegalStateException("the database does not run")));
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(data.resolve("postgresql/postmaster.pid"));
    }

    /// A connection that sees all practices.
    public Connection connect() throws SQLException {
        try (var in = Files.newBufferedReader(data.resolve("database.secrets"))) {
            var secrets = new Properties();
            secrets.load(in);
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + pidFile().get(3).strip() + "/needlepoint",
                    "needlepoint_maintenance",
                    secrets.getProperty("needlepoint_maintenance"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
