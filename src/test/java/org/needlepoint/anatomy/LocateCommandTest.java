package org.needlepoint.anatomy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LocateCommandTest {
    private static final Knowledge KNOWLEDGE = Knowledge.load();
    private static final String GOOD = "{\"id\":\"good\",\"marks\":[{\"zone\":\"temple\",\"side\":\"R\"}]}";

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void answers_with_the_promised_fields_in_the_promised_order() {
        var answer = single("""
                {"id":"any","marks":[{"zone":"temple","side":"R","intensity":6}],"condition":"tension-type headache","limit":1}""");

        assertThat(answer.propertyNames()).containsExactly("id", "redFlags", "candidates", "unexplained", "notes");
        assertThat(answer.get("redFlags").get(0).propertyNames()).containsExactly("id", "level", "ask");
        assertThat(answer.get("candidates")).hasSize(1);
        assertThat(answer.get("candidates").get(0).propertyNames())
                .containsExactly("muscle", "side", "probability", "explains", "sources", "review");
        assertThat(answer.get("candidates").get(0).get("review").asString()).isEqualTo("unreviewed");
    }

    @Test
    void sends_the_id_back_as_it_came() {
        assertThat(single(GOOD.replace("\"good\"", "\"línea 1\"")).get("id").asString())
                .isEqualTo("línea 1");
        assertThat(single(GOOD.replace("\"good\"", "17")).get("id").toString()).isEqualTo("17");
        assertThat(single(GOOD.replace("\"id\":\"good\",", "")).get("id").isNull())
                .isTrue();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvFileSource(resources = "/cases/pain-requests.csv", numLinesToSkip = 1, delimiter = '|', quoteCharacter = '`')
    void refuses_a_bad_line_naming_the_field(String reason, String line, String field, String message) {
        var lines = answers(GOOD + "\n" + line + "\n" + GOOD + "\n");

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).isEqualTo(lines.get(2));
        assertThat(lines.get(1).propertyNames()).containsExactly("id", "error");
        assertThat(lines.get(1).get("error").get("field").asString()).isEqualTo(field == null ? "" : field);
        assertThat(lines.get(1).get("error").get("message").asString()).contains(message);
    }

    @Test
    void takes_a_valid_zone_with_any_side() {
        for (var zone : KNOWLEDGE.zones()) {
            for (var side : List.of("L", "R", "B", "M")) {
                var answer = single("{\"marks\":[{\"zone\":\"" + zone.id() + "\",\"side\":\"" + side + "\"}]}");
                assertThat(answer.has("error")).as(zone.id() + " " + side).isFalse();
            }
        }
    }

    @Test
    void knows_the_id_of_a_line_that_breaks_off_after_it() {
        assertThat(single("{\"id\":\"cut\",\"marks\":[{\"zone\":").get("id").asString())
                .isEqualTo("cut");
    }

    @Test
    void skips_empty_lines_and_takes_windows_line_ends_and_a_last_line_without_end() {
        assertThat(answers("\r\n" + GOOD + "\r\n\n  \n" + GOOD)).hasSize(2);
        assertThat(answers("")).isEmpty();
    }

    @Test
    void answers_ten_thousand_lines_the_same_way_twice() {
        var input = new StringBuilder();
        var zones = KNOWLEDGE.zones();
        for (var i = 0; i < 10_000; i++) {
            var zone = zones.get(i % zones.size()).id();
            input.append(
                    i % 100 == 99
                            ? "nonsense\n"
                            : "{\"id\":" + i + ",\"marks\":[{\"zone\":\"" + zone
                                    + "\",\"side\":\"L\"}],\"limit\":3}\n");
        }
        var first = output(input.toString());

        assertThat(first.lines()).hasSize(10_000);
        assertThat(first.lines().skip(9_998).findFirst().orElseThrow()).startsWith("{\"id\":9998,");
        assertThat(output(input.toString())).isEqualTo(first);
    }

    @Test
    void refuses_an_endless_line_without_keeping_it_and_goes_on() {
        var endless = "x".repeat(3 * LocateCommand.LONGEST_LINE);
        var lines = answers(endless + "\n" + GOOD);

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).get("error").get("message").asString()).startsWith("line 1: longer than");
        assertThat(lines.get(1).get("id").asString()).isEqualTo("good");
    }

    @Test
    @Timeout(30)
    void answers_each_line_before_the_next_is_sent() throws Exception {
        var toCommand = new PipedOutputStream();
        var in = new PipedInputStream(toCommand);
        var answers = new PipedInputStream();
        var out = new PipedOutputStream(answers);
        var status = CompletableFuture.supplyAsync(() -> LocateCommand.run(KNOWLEDGE, in, out, print()));
        for (var i = 0; i < 3; i++) {
            toCommand.write((GOOD + "\n").getBytes(UTF_8));
            toCommand.flush();
            assertThat(line(answers)).startsWith("{\"id\":\"good\"");
        }
        toCommand.close();
        assertThat(status.get()).isZero();
    }

    @Test
    void fails_with_status_one_when_nobody_reads_the_answers() {
        var closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("closed");
            }
        };
        assertThat(LocateCommand.run(KNOWLEDGE, stream(GOOD), closed, print())).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("closed");

        var standardOutput = new PrintStream(closed, false, UTF_8);
        assertThat(LocateCommand.run(KNOWLEDGE, stream(GOOD), standardOutput, print()))
                .isEqualTo(1);
    }

    @Test
    void a_field_nobody_knows_is_noted_and_ignored() {
        var answer = single(GOOD.replace("\"id\"", "\"colour\":\"red\",\"id\""));

        assertThat(answer.get("notes").valueStream().map(JsonNode::asString)).contains("unknown field ignored: colour");
    }

    private JsonNode single(String line) {
        var lines = answers(line + "\n");
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }

    private List<JsonNode> answers(String input) {
        return output(input)
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    private String output(String input) {
        var out = new ByteArrayOutputStream();
        assertThat(LocateCommand.run(KNOWLEDGE, stream(input), out, print())).isZero();
        assertThat(err.size()).isZero();
        return out.toString(UTF_8);
    }

    private static InputStream stream(String input) {
        return new ByteArrayInputStream(input.getBytes(UTF_8));
    }

    private PrintStream print() {
        return new PrintStream(err, true, UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        int b;
        while ((b = in.read()) >= 0 && b != '\n') {
            line.write(b);
        }
        return line.toString(UTF_8);
    }
}
