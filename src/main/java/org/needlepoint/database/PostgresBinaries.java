package org.needlepoint.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The PostgreSQL programs: those of an installed server when NEEDLEPOINT_POSTGRES_BIN names its `bin` folder, else the
/// bundled ones, unpacked once.
final class PostgresBinaries {
    private static final String VERSION = "18.6";

    private PostgresBinaries() {}

    /// The `bin` folder to use.
    ///
    /// @param cache where the bundled programs are unpacked
    static Path bin(Path cache, String installed) {
        if (!installed.isBlank()) {
            var bin = Path.of(installed);
            if (!Files.isExecutable(bin.resolve("initdb"))) {
                throw new StartRefused("NEEDLEPOINT_POSTGRES_BIN is %s, but there is no initdb in it.".formatted(bin));
            }
            return bin;
        }
        var home = cache.toAbsolutePath().normalize().resolve("postgresql-" + VERSION);
        if (!Files.isExecutable(home.resolve("bin/postgres"))) {
            unpack(home);
        }
        return home.resolve("bin");
    }

    /// Unpacks beside the final place and renames, so that a broken attempt is never taken for a whole one.
    private static void unpack(Path home) {
        try (var archive = PostgresBinaries.class.getResourceAsStream("/" + resource())) {
            if (archive == null) {
                throw new StartRefused(
                        "No PostgreSQL is bundled for this kind of machine (%s): set NEEDLEPOINT_DATABASE_URL to a server of your own."
                                .formatted(resource()));
            }
            Files.createDirectories(home.getParent());
            var partial = Files.createTempDirectory(home.getParent(), "unpacking");
            Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
            untar(archive, partial);
            moveIntoPlace(partial, home);
        } catch (IOException e) {
            throw new StartRefused("PostgreSQL could not be unpacked to %s: %s".formatted(home, e.getMessage()), e);
        }
    }

    private static void moveIntoPlace(Path partial, Path home) throws IOException {
        try {
            Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                throw e;
            }
        }
    }

    private static void untar(InputStream archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("the archive names a path outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(path.getParent());
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(tar, path);
                    boolean executable = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    private static String resource() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var arch = System.getProperty("os.arch", "");
        boolean arm = arch.equals("aarch64") || arch.equals("arm64");
        if (system.contains("mac")) {
            return arm ? "postgres-darwin-arm_64.txz" : "postgres-darwin-x86_64.txz";
        }
        return arm ? "postgres-linux-arm_64.txz" : "postgres-linux-x86_64.txz";
    }
}
