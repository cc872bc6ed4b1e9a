package org.needlepoint.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real PostgreSQL server that belongs to one data folder and lives and ends with the application.
///
/// `pg_ctl` starts it in a session of its own, so that Ctrl-C reaches the application first. A server that an earlier
/// application left behind (after `kill -9`) is stopped cleanly and started anew. As root it runs as the system user
/// `needlepoint`, because PostgreSQL refuses root.
final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String SYSTEM_USER = "needlepoint";
    private static final int START_SECONDS = 120;

    private final Path cluster;
    private final Path bin;
    private final int port;

    private EmbeddedPostgres(Path cluster, Path bin, int port) {
        this.cluster = cluster;
        this.bin = bin;
        this.port = port;
    }

    /// Starts the server of a data folder, making its cluster first when there is none.
    static EmbeddedPostgres start(DataFolder folder, Path bin, String superuserPassword) {
        var cluster = folder.path().resolve("postgresql");
        if (isRoot()) {
            prepareForSystemUser(folder.path(), bin);
        }
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            initialise(cluster, bin, superuserPassword);
        }
        stopLeftover(cluster, bin);
        int port = freePort();
        var server = new EmbeddedPostgres(cluster, bin, port);
        server.launch();
        return server;
    }

    int port() {
        return port;
    }

    /// Starts again after [#close], on the same port.
    void restart() {
        launch();
    }

    private static void initialise(Path cluster, Path bin, String password) {
        var parent = cluster.resolveSibling("postgresql.new");
        try {
            deleteTree(parent);
            Files.createDirectory(parent);
            giveToSystemUser(parent);
            var passwordFile = Files.createTempFile(cluster.getParent(), "initdb", ".password");
            try {
                Files.writeString(passwordFile, password);
                giveToSystemUser(passwordFile);
                var command = new ArrayList<>(List.of(
                        bin.resolve("initdb").toString(),
                        "--pgdata",
                        parent.toString(),
                        "--username",
                        "postgres",
                        "--pwfile",
                        passwordFile.toString(),
                        "--auth",
                        "scram-sha-256",
                        "--encoding",
                        "UTF8",
                        "--data-checksums"));
                command.addAll(localeOptions(bin));
                run(command, "PostgreSQL could not make its data folder " + cluster);
            } finally {
                Files.delete(passwordFile);
            }
            Files.move(parent, cluster);
        } catch (IOException e) {
            throw new StartRefused("The data folder cannot be written: " + e.getMessage(), e);
        }
    }

    /// PostgreSQL 17 brought a locale of its own; older servers take the system's.
    private static List<String> localeOptions(Path bin) {
        var version = run(List.of(bin.resolve("postgres").toString(), "--version"), "PostgreSQL does not start");
        int major = Integer.parseInt(version.replaceAll("\\D*(\\d+).*", "$1").strip());
        return major >= 17
                ? List.of("--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--locale", "C")
                : List.of("--locale", "C.UTF-8");
    }

    private static void stopLeftover(Path cluster, Path bin) {
        if (!Files.exists(cluster.resolve("postmaster.pid"))) {
            return;
        }
        var status = exec(List.of(bin.resolve("pg_ctl").toString(), "status", "-D", cluster.toString()));
        if (status.code() == 0) {
            LOG.info("stopping the database that an earlier run left behind");
            run(
                    List.of(
                            bin.resolve("pg_ctl").toString(),
                            "stop",
                            "-D",
                            cluster.toString(),
                            "-m",
                            "fast",
                            "-w",
                            "-t",
                            "60"),
                    "The database that an earlier run left behind does not stop");
        }
    }

    private void launch() {
        var options =
                "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=60 -c max_locks_per_transaction=256 -c timezone=UTC -c log_timezone=UTC"
                        .formatted(port);
        run(
                List.of(
                        bin.resolve("pg_ctl").toString(),
                        "start",
                        "-D",
                        cluster.toString(),
                        "-w",
                        "-t",
                        Integer.toString(START_SECONDS),
                        "-l",
                        cluster.resolve("server.log").toString(),
                        "-o",
                        options),
                "PostgreSQL did not start; its log is " + cluster.resolve("server.log"));
    }

    @Override
    public void close() {
        var stop = exec(List.of(
                bin.resolve("pg_ctl").toString(), "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60"));
        if (stop.code() != 0) {
            LOG.warn("the database did not stop cleanly: {}", stop.output());
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void prepareForSystemUser(Path folder, Path bin) {
        if (exec(List.of("id", SYSTEM_USER), false).code() != 0) {
            run(
                    List.of("useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", SYSTEM_USER),
                    false,
                    "PostgreSQL does not run as root and the system user 'needlepoint' could not be made");
        }
        var reach = exec(List.of(
                "test",
                "-x",
                folder.toString(),
                "-a",
                "-x",
                bin.resolve("postgres").toString()));
        if (reach.code() != 0) {
            throw new StartRefused(
                    "The system user 'needlepoint', under which the database runs, cannot reach %s: name a folder outside root's home with --data."
                            .formatted(folder));
        }
    }

    private static void giveToSystemUser(Path path) {
        if (isRoot()) {
            run(
                    List.of("chown", "-R", SYSTEM_USER + ":", path.toString()),
                    false,
                    "The data folder's owner cannot be set");
        }
        try {
            var mode = Files.isDirectory(path) ? "rwx------" : "rw-------";
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteTree(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (var all = Files.walk(path)) {
            for (var each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private record Outcome(int code, String output) {}

    private static String run(List<String> command, String refusal) {
        return run(command, true, refusal);
    }

    private static String run(List<String> command, boolean asSystemUser, String refusal) {
        var outcome = exec(command, asSystemUser);
        if (outcome.code() != 0) {
            throw new StartRefused(refusal + ": " + outcome.output().strip());
        }
        return outcome.output();
    }

    private static Outcome exec(List<String> command) {
        return exec(command, true);
    }

    /// Runs a program; its output goes through a file, because a server that it starts would keep a pipe open.
    private static Outcome exec(List<String> command, boolean asSystemUser) {
        var full = new ArrayList<String>();
        if (asSystemUser && isRoot()) {
            full.addAll(List.of("setpriv", "--reuid", SYSTEM_USER, "--regid", SYSTEM_USER, "--clear-groups"));
        }
        full.addAll(command);
        try {
            var output = Files.createTempFile("needlepoint", ".out");
            try {
                var builder = new ProcessBuilder(full).redirectErrorStream(true).redirectOutput(output.toFile());
                builder.directory(new java.io.File("/"));
                builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
                builder.environment().put("LC_ALL", "C");
                var process = builder.start();
                process.getOutputStream().close();
                if (!process.waitFor(START_SECONDS + 60L, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    return new Outcome(-1, "no answer from " + command.getFirst());
                }
                return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            return new Outcome(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(-1, "interrupted");
        }
    }
}
