package org.needlepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every SQL statement of the application, read from its source.
class StatementsTest {
    private static final Path SOURCES = Path.of("src/main/java/org/needlepoint");
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern STATEMENT =
            Pattern.compile("^\\s*(select|insert\\s+into|update|delete\\s+from|with)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TABLE = Pattern.compile("\\b(?:from|join|into|update)\\s+([a-z_]+)\\.([a-z_]+)");
    private static final Pattern CLOCK =
            Pattern.compile("\\b(now\\(\\)|current_timestamp|current_date|clock_timestamp\\(\\)|localtimestamp)");

    /// Which module keeps which table of schema `platform`.
    private static final Map<String, String> PLATFORM = Map.of(
            "practice", "practice",
            "job", "jobs",
            "event_publication", "jobs",
            "sign_in", "identity",
            "membership", "identity",
            "attempt", "identity",
            "audit_unsealed", "audit");

    /// Read as the maintenance role, across practices: the checks of what is sealed.
    private static final Set<String> MAINTENANCE = Set.of("VerifyAudit.java", "VerifyDocuments.java");

    private record Statement(Path file, String module, String text) {}

    private static List<Statement> statements() throws IOException {
        var found = new ArrayList<Statement>();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")
                            && !MAINTENANCE.contains(f.getFileName().toString()))
                    .sorted()
                    .toList()) {
                var relative = SOURCES.relativize(file);
                var literals = LITERAL.matcher(Files.readString(file));
                while (literals.find()) {
                    var text = literals.group(1) == null ? literals.group(2) : literals.group(1);
                    if (STATEMENT.matcher(text).find() && TABLE.matcher(text).find()) {
                        found.add(new Statement(file, relative.getName(0).toString(), text));
                    }
                }
            }
        }
        assertThat(found).as("statements found in the sources").hasSizeGreaterThan(10);
        return found;
    }

    @Test
    void read_and_write_the_tables_of_their_own_module_only() throws IOException {
        var foreign = new ArrayList<String>();
        for (var statement : statements()) {
            var tables = TABLE.matcher(statement.text());
            while (tables.find()) {
                var owner = tables.group(1).equals("platform")
                        ? PLATFORM.getOrDefault(tables.group(2), "nobody")
                        : tables.group(1);
                if (!owner.equals(statement.module())) {
                    foreign.add("%s: %s.%s belongs to %s"
                            .formatted(statement.file(), tables.group(1), tables.group(2), owner));
                }
            }
        }
        assertThat(foreign).isEmpty();
    }

    @Test
    void name_the_practice_wherever_they_touch_practice_data() throws IOException {
        assertThat(statements().stream()
                        .filter(s -> TABLE.matcher(s.text())
                                .results()
                                .anyMatch(t -> !t.group(1).equals("platform")))
                        .filter(s ->
                                !s.text().contains(":practice") && !s.text().contains("practice_id = ?"))
                        .map(s -> s.file() + ": "
                                + s.text().strip().lines().findFirst().orElse("")))
                .isEmpty();
    }

    @Test
    void never_ask_the_database_for_the_time() throws IOException {
        assertThat(statements().stream()
                        .filter(s -> CLOCK.matcher(s.text()).find())
                        .map(s -> s.file().toString()))
                .isEmpty();
    }
}
