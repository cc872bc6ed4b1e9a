package org.needlepoint.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Folders for tests: the unpacked PostgreSQL is kept between runs, the data never is.
public final class TestData {
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private TestData() {}

    /// Where the bundled PostgreSQL is unpacked once.
    public static Path cache() {
        var named = System.getenv("NEEDLEPOINT_CACHE");
        if (named != null) {
            return Path.of(named);
        }
        return ROOT
                ? Path.of("/var/cache/needlepoint")
                : Path.of(System.getProperty("user.home"), ".cache", "needlepoint");
    }

    /// A new, empty data folder that the database's system user can reach.
    public static Path freshFolder() {
        try {
            var folder = Files.createTempDirectory("needlepoint-test");
            Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
