package org.needlepoint.anatomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Compares the knowledge files with the tables that the first edition came from, where these are at hand.
/// A difference is allowed once a clinician has changed something; until then there is none.
class ImportedKnowledgeTest {
    private static final Path TABLES = Path.of("../shared/knowledge");
    private static final Knowledge KNOWLEDGE = Knowledge.load();

    @Test
    void muscles_came_over_whole() throws IOException {
        for (var row : table("muscles")) {
            var muscle = KNOWLEDGE.muscle(cell(row, "id")).orElseThrow();
            assertThat(muscle.name().en()).isEqualTo(cell(row, "name"));
            assertThat(muscle.latin().name()).isEqualTo(cell(row, "latin"));
            assertThat(muscle.innervation().nerve()).isEqualTo(cell(row, "innervation"));
            assertThat(muscle.innervation().roots()).isEqualTo(list(row, "spinal_segments"));
            assertThat(String.join("; ", muscle.actions().does())).isEqualTo(cell(row, "primary_actions"));
            assertThat(muscle.hazards().near()).isEqualTo(list(row, "hazards"));
            assertThat(new TreeSet<>(muscle.sources())).isEqualTo(new TreeSet<>(list(row, "source_ids")));
        }
    }

    @Test
    void pain_patterns_came_over_whole() throws IOException {
        var rows = new ArrayList<String>();
        for (var row : table("referral")) {
            rows.add(String.join(
                    "|",
                    cell(row, "muscle_id"),
                    cell(row, "zone_id"),
                    cell(row, "strength"),
                    cell(row, "trigger_point"),
                    cell(row, "evidence_status"),
                    cell(row, "source_ids")));
        }
        var patterns = KNOWLEDGE.muscles().stream()
                .flatMap(muscle -> muscle.patterns().stream()
                        .map(pattern -> String.join(
                                "|",
                                muscle.id(),
                                pattern.zone(),
                                word(pattern.strength()),
                                pattern.point() == null ? "" : pattern.point(),
                                word(pattern.evidence()),
                                String.join(";", pattern.sources()))))
                .toList();

        assertThat(patterns).hasSize(504).containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void red_flags_came_over_whole() throws IOException {
        for (var row : table("presenting-red-flags")) {
            var question = KNOWLEDGE.redFlagQuestion(cell(row, "id")).orElseThrow();
            assertThat(question.level().word()).isEqualTo(cell(row, "level"));
            assertThat(question.ask().en()).isEqualTo(cell(row, "question"));
            assertThat(question.instruction().en()).isEqualTo(cell(row, "instruction"));
            assertThat(question.zones()).isEqualTo(list(row, "zones"));
            assertThat(text(question.ageMin())).isEqualTo(cell(row, "age_min"));
            assertThat(text(question.ageMax())).isEqualTo(cell(row, "age_max"));
            assertThat(question.sources()).isEqualTo(list(row, "source_ids"));
        }
    }

    @Test
    void screening_questions_came_over_whole() throws IOException {
        for (var row : table("screening")) {
            var question = KNOWLEDGE.screeningQuestion(cell(row, "id")).orElseThrow();
            assertThat(question.ask().en()).isEqualTo(cell(row, "ask"));
            assertThat(word(question.effect())).isEqualTo(cell(row, "effect"));
            assertThat(word(question.regionRule())).isEqualTo(cell(row, "region_rule"));
            assertThat(word(question.validFor())).isEqualTo(cell(row, "valid_for"));
            assertThat(word(question.askAgain())).isEqualTo(cell(row, "ask_again"));
            assertThat(word(question.appliesTo())).isEqualTo(cell(row, "applies_to"));
            assertThat(question.whatToDo()).isEqualTo(cell(row, "what_to_do"));
        }
    }

    @Test
    void zones_and_sources_came_over_whole() throws IOException {
        assertThat(KNOWLEDGE.zones())
                .extracting(Zone::id)
                .isEqualTo(
                        table("zones").stream().map(row -> cell(row, "zone_id")).toList());
        for (var row : table("sources")) {
            assertThat(KNOWLEDGE.source(cell(row, "id")).orElseThrow().citation())
                    .isEqualTo(cell(row, "citation"));
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "no column " + column);
    }

    private static List<String> list(Map<String, String> row, String column) {
        return Arrays.stream(cell(row, column).split(";"))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static List<Map<String, String>> table(String name) throws IOException {
        var file = TABLES.resolve(name + ".csv");
        assumeThat(file)
                .as("the imported tables are not beside this checkout; nothing to compare with")
                .exists();
        var lines = Files.readAllLines(file);
        var columns = cells(lines.getFirst());
        return lines.stream()
                .skip(1)
                .map(line -> {
                    var cells = cells(line);
                    var row = new LinkedHashMap<String, String>();
                    for (var i = 0; i < columns.size(); i++) {
                        row.put(columns.get(i), cells.get(i));
                    }
                    return (Map<String, String>) row;
                })
                .toList();
    }

    /// The cells of a line of comma separated values, where quotes may hold commas and doubled quotes.
    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            var character = line.charAt(i);
            if (character == '"') {
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (character == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(character);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
