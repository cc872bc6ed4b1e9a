package org.needlepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every text of the software in English and Spanish.
class MessagesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([a-zA-Z0-9._-]+)[}(]");

    private static List<Path> english() throws IOException {
        try (var files = Files.list(RESOURCES)) {
            return files.filter(file -> file.getFileName().toString().matches("messages[a-z-]*\\.properties"))
                    .sorted()
                    .toList();
        }
    }

    private static Properties load(Path file) throws IOException {
        var texts = new Properties();
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }

    private static Path spanish(Path english) {
        return Path.of(english.toString().replace(".properties", "_es.properties"));
    }

    @Test
    void no_text_without_arguments_doubles_its_apostrophes() throws IOException {
        var doubled = new ArrayList<String>();
        for (var file : english()) {
            for (var each : List.of(file, spanish(file))) {
                load(each).forEach((key, text) -> {
                    if (!text.toString().contains("{") && text.toString().contains("''")) {
                        doubled.add(key + " in " + each.getFileName());
                    }
                });
            }
        }
        assertThat(doubled).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> every_file_has_its_spanish_twin_with_the_same_keys_and_arguments() throws IOException {
        return english().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    var en = load(file);
                    var es = load(spanish(file));
                    assertThat(es.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(en.stringPropertyNames());
                    for (var key : en.stringPropertyNames()) {
                        assertThat(es.getProperty(key)).as(key).isNotBlank();
                        assertThat(arguments(es.getProperty(key)))
                                .as("arguments of " + key)
                                .isEqualTo(arguments(en.getProperty(key)));
                    }
                }));
    }

    private static int arguments(String text) {
        return new MessageFormat(text).getFormatsByArgumentIndex().length;
    }

    @Test
    void every_file_is_registered_with_the_application() throws IOException {
        var yaml = Files.readString(RESOURCES.resolve("application.yaml"));
        for (var file : english()) {
            var name = file.getFileName().toString().replace(".properties", "");
            assertThat(yaml).containsPattern("basename:.*\\b" + name + "\\b(?!-)");
        }
    }

    @Test
    void every_key_that_a_page_names_exists() throws IOException {
        var known = new TreeSet<String>();
        for (var file : english()) {
            known.addAll(load(file).stringPropertyNames());
        }
        var missing = new ArrayList<String>();
        try (var pages = Files.walk(RESOURCES.resolve("templates"))) {
            for (var page : pages.filter(Files::isRegularFile).toList()) {
                var keys = KEY_IN_TEMPLATE.matcher(Files.readString(page));
                while (keys.find()) {
                    if (!known.contains(keys.group(1))) {
                        missing.add(page.getFileName() + ": " + keys.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }
}
