package org.needlepoint.anatomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.needlepoint.anatomy.compile.KnowledgeFolder;
import org.needlepoint.anatomy.compile.KnowledgeFolder.Compilation.Compiled;
import org.needlepoint.anatomy.compile.KnowledgeFolder.Compilation.Refused;
import org.needlepoint.anatomy.compile.Problem;

class CompilingKnowledgeTest {
    private static final Path ORIGINAL = Path.of("knowledge");

    @TempDir
    Path folder;

    @BeforeEach
    void copyKnowledge() throws IOException {
        try (var paths = Files.walk(ORIGINAL)) {
            for (var path : paths.toList()) {
                var copy = folder.resolve(ORIGINAL.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }

    /// Each row puts one mistake into one file: the text on the left becomes the text on the right, where
    /// `~` is a line break. The build must name the file, the line and the rule, and nothing else.
    @ParameterizedTest(name = "{0}: {4}")
    @CsvFileSource(
            resources = "/cases/knowledge-mistakes.csv",
            numLinesToSkip = 1,
            delimiter = '|',
            quoteCharacter = '`')
    void refuses_with_file_line_and_rule(String file, String right, String wrong, int line, String rule, String message)
            throws IOException {
        replace(file, right, wrong);

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(file);
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.rule()).isEqualTo(rule);
            assertThat(problem.message()).contains(message);
        });
    }

    @Test
    void refuses_a_folder_from_which_an_id_has_vanished() throws IOException {
        Files.delete(folder.resolve("safety/screening/minor.yaml"));

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("ids.txt");
            assertThat(problem.rule()).isEqualTo("vanished id");
            assertThat(problem.message()).startsWith("screening minor ");
        });
    }

    @Test
    void refuses_a_file_that_nobody_would_read() throws IOException {
        Files.copy(folder.resolve("release.yaml"), folder.resolve("release2.yaml"));

        assertThat(problems())
                .extracting(Problem::toString)
                .containsExactly("release2.yaml:1: unknown file: nothing reads this file");
    }

    @Test
    void names_every_mistake_at_once_in_the_order_of_files_and_lines() throws IOException {
        replace("anatomy/muscles/soleus.yaml", "side: paired", "side: pared");
        replace("anatomy/muscles/anconeus.yaml", "side: paired", "side: pared");

        assertThat(problems())
                .extracting(Problem::file)
                .containsExactly("anatomy/muscles/anconeus.yaml", "anatomy/muscles/soleus.yaml");
    }

    @Test
    void the_build_stops_and_writes_nothing() throws IOException {
        replace("anatomy/muscles/soleus.yaml", "side: paired", "side: pared");
        var target = folder.resolve("out/knowledge.json");

        assertThatThrownBy(() -> KnowledgeCompiler.main(new String[] {folder.toString(), target.toString()}))
                .hasMessageContaining(
                        "anatomy/muscles/soleus.yaml:7: unknown word: side is pared; known: paired, unpaired");
        assertThat(target).doesNotExist();
    }

    @Test
    void any_change_of_content_changes_the_edition() throws IOException {
        var before = json();
        replace("anatomy/muscles/soleus.yaml", "plantarflex foot", "plantarflex the foot");

        assertThat(json().substring(0, 30)).startsWith("{\"hash\":").isNotEqualTo(before.substring(0, 30));
    }

    private void replace(String file, String right, String wrong) throws IOException {
        var path = folder.resolve(file);
        var text = Files.readString(path);
        assertThat(text).as("the case expects this in " + file).contains(right.replace('~', '\n'));
        var at = text.indexOf(right.replace('~', '\n'));
        Files.writeString(path, text.substring(0, at) + wrong.replace('~', '\n') + text.substring(at + right.length()));
    }

    private List<Problem> problems() throws IOException {
        return switch (KnowledgeFolder.compile(folder)) {
            case Compiled _ -> List.of();
            case Refused(var problems) -> problems;
        };
    }

    private String json() throws IOException {
        return switch (KnowledgeFolder.compile(folder)) {
            case Compiled(var json) -> json;
            case Refused(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
