package org.needlepoint.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/// The Nu HTML checker over pages as the server sent them. It is started once for all pages of a test.
public final class HtmlChecker {
    private static final Path JAR = Path.of("node_modules/vnu-jar/build/dist/vnu.jar");

    private final Map<String, String> pages = new LinkedHashMap<>();

    /// Notes a page down for checking; the same name again replaces it.
    public void collect(String name, String html) {
        pages.put(name.replaceAll("[^A-Za-z0-9-]+", "-"), html);
    }

    /// Fails with everything that the checker says about the pages noted down.
    public void assertAllValid() {
        if (!Files.exists(JAR)) {
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(JAR + " is missing: run npm ci");
            }
            throw new TestAbortedException(JAR + " is missing: run npm ci");
        }
        assertThat(pages).as("pages to check").isNotEmpty();
        try {
            var folder = Files.createTempDirectory("needlepoint-html");
            for (var page : pages.entrySet()) {
                Files.writeString(folder.resolve(page.getKey() + ".html"), page.getValue());
            }
            assertThat(run(folder)).as("what the Nu HTML checker says").isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String run(Path folder) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toString(),
                "--format",
                "gnu",
                "--no-langdetect",
                // the framework closes the hidden fields that it adds as XML does; HTML does not mind
                "--filterpattern",
                ".*Trailing slash on void elements.*",
                folder.toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output.replace(folder.toUri().toString(), "").strip();
    }
}
