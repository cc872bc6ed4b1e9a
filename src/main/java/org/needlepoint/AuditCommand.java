package org.needlepoint;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import org.needlepoint.audit.VerifyAudit;
import org.needlepoint.database.DataFolder;
import org.needlepoint.database.DatabaseRole;
import org.needlepoint.database.DatabaseServer;
import org.needlepoint.database.StartRefused;
import org.needlepoint.documents.VerifyDocuments;
import org.needlepoint.keys.KeyRing;

/// `verify-audit`: reads the sealed trail and the signed documents of a stopped installation and says whether they
/// fit their seals. Starts no Spring.
final class AuditCommand {
    private final Options options;

    private AuditCommand(Options options) {
        this.options = options;
    }

    static int run(Options options, PrintStream out) {
        return new AuditCommand(options).run(out);
    }

    private int run(PrintStream out) {
        var data = Path.of(setting("needlepoint.data", "data"));
        if (!Files.isDirectory(data)) {
            throw new StartRefused("There is no data folder %s: name it with --data.".formatted(data.toAbsolutePath()));
        }
        try (var folder = DataFolder.take(data)) {
            var keys = Path.of(setting(
                    "needlepoint.keys", folder.path().resolve("keyring.json").toString()));
            if (!Files.exists(keys)) {
                throw new StartRefused("There is no key ring %s: seals cannot be checked without it.".formatted(keys));
            }
            try (var server = server(folder);
                    var connection = server.connect(DatabaseRole.MAINTENANCE)) {
                var ring = KeyRing.open(keys, Clock.systemUTC());
                int trail = VerifyAudit.run(connection, ring, Clock.systemUTC(), out);
                return Math.max(trail, VerifyDocuments.run(connection, ring, out));
            }
        } catch (SQLException e) {
            throw new StartRefused("The audit trail cannot be read: " + e.getMessage(), e);
        }
    }

    private DatabaseServer server(DataFolder folder) {
        var url = setting("needlepoint.database.url", "");
        return url.isBlank()
                ? DatabaseServer.embedded(
                        folder,
                        Path.of(setting(
                                "needlepoint.cache",
                                folder.path().resolve("cache").toString())),
                        setting("needlepoint.postgres.bin", ""))
                : DatabaseServer.external(url, this::login);
    }

    private DatabaseServer.Login login(DatabaseRole role) {
        var key = "needlepoint.database." + role.name().toLowerCase(Locale.ROOT);
        return new DatabaseServer.Login(setting(key + ".user", role.roleName()), setting(key + ".password", ""));
    }

    /// From the command line, else the environment.
    private String setting(String name, String otherwise) {
        var variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return options.settings().getOrDefault(name, System.getenv().getOrDefault(variable, otherwise));
    }
}
