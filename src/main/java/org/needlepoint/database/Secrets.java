package org.needlepoint.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/// The embedded database's passwords, made once and kept in a file of the data folder that only its owner reads (0600).
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties values = new Properties();

    Secrets(Path folder) {
        this.file = folder.resolve("database.secrets");
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                values.load(in);
            } catch (IOException e) {
                throw new StartRefused("The file %s cannot be read: %s".formatted(file, e.getMessage()), e);
            }
        }
    }

    /// The password of a role; made and kept at the first request.
    String password(String role) {
        var known = values.getProperty(role);
        if (known != null) {
            return known;
        }
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        var made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        values.setProperty(role, made);
        save();
        return made;
    }

    private void save() {
        try {
            var partial = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(partial);
            Files.createFile(
                    partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var out = Files.newBufferedWriter(partial)) {
                values.store(out, null);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StartRefused("The file %s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }
}
