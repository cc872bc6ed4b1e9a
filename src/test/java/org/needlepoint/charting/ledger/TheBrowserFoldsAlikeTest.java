package org.needlepoint.charting.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A tablet without a network joins the entries that it has by itself (`fold.ts`). What it shows must be what
/// the server will say: both read the same generated histories, and CI compares 20,000.
class TheBrowserFoldsAlikeTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final LedgerBodies BODIES = new LedgerBodies();

    @TempDir
    static Path folder;

    private static Path program;

    @BeforeAll
    static void bundle() throws Exception {
        program = folder.resolve("fold-lines.mjs");
        var esbuild = run(
                "node_modules/.bin/esbuild",
                "src/test/web/fold-lines.mjs",
                "--bundle",
                "--platform=node",
                "--format=esm",
                "--log-level=warning",
                "--outfile=" + program);
        assertThat(esbuild.waitFor()).isZero();
    }

    private static Process run(String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void whatever_happened_in_whatever_order_it_came() throws Exception {
        int cases = 2 * Integer.getInteger("needlepoint.cases", 200);
        var seed = Long.getLong("needlepoint.seed", System.nanoTime());
        System.out.println("needlepoint.seed=" + seed);
        var node = run("node", program.toString());
        try (var answers = node.inputReader()) {
            var writing = Thread.ofVirtual().start(() -> write(node, seed, cases));
            for (int i = 0; i < cases; i++) {
                compare(i, seed, answers);
            }
            writing.join();
            assertThat(answers.readLine()).isNull();
        }
        assertThat(node.waitFor()).isZero();
    }

    private static void compare(int i, long seed, BufferedReader answers) throws IOException {
        assertThat(answers.readLine())
                .as("case %d of seed %d", i, seed)
                .isEqualTo(inWords(Session.of(history(random(seed + i)))));
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static List<LedgerEntry> history(RandomGenerator random) {
        var history = Histories.anything(random);
        if (random.nextBoolean()) {
            history.finishDevices();
        }
        var session = Session.of(history.entries());
        if (random.nextBoolean() && session.close(history.counts(), Histories.NOON) instanceof Closure.Closed) {
            history.add(history.pages(), new LedgerEvent.Closed(session.lastNumbers(), session.needleIds()));
        }
        return history.entries();
    }

    private static void write(Process node, long seed, int cases) {
        try (var out = node.outputWriter()) {
            for (int i = 0; i < cases; i++) {
                var random = random(seed + i);
                var entries = Histories.shuffledWithRepetitions(history(random), random);
                out.write(JSON.writeValueAsString(wire(entries)));
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ArrayNode wire(List<LedgerEntry> entries) {
        var array = JSON.createArrayNode();
        for (var entry : entries) {
            ObjectNode node = array.addObject();
            node.put("id", entry.id().toString());
            node.put("device", entry.device().toString());
            node.put("number", entry.number());
            node.put("at", entry.happenedAt().toEpochMilli());
            node.put("recordedAt", entry.recordedAt().toEpochMilli());
            node.set("event", JSON.readTree(BODIES.write(entry.event())));
        }
        return array;
    }

    private static String inWords(Session session) {
        var needles = new ArrayList<Object>();
        for (var needle : session.needles()) {
            needles.add(Arrays.asList(
                    needle.id(),
                    point(needle.placement()),
                    needle.where().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    needle.redirections(),
                    needle.twitches(),
                    needle.familiarPain(),
                    needle.bent(),
                    needle.felt().stream().map(Sensation::code).sorted().toList(),
                    needle.borne().stream().map(Tolerance::code).sorted().toList(),
                    needle.open().stream().sorted().toList(),
                    millis(needle.insertedAt()),
                    millis(needle.inSince()),
                    millis(needle.removedAt()),
                    needle.again().stream()
                            .map(it -> Arrays.asList(
                                    it.id(), millis(it.insertedAt()), millis(it.inSince()), millis(it.removedAt())))
                            .toList()));
        }
        var devices = session.devices().stream()
                .map(it -> Arrays.asList(
                        it.id(), it.last(), it.complete(), it.finished(), it.handCount(), it.pages(), it.pending()))
                .toList();
        return JSON.writeValueAsString(Arrays.asList(
                session.standing().code(),
                needles,
                devices,
                session.retained().stream().map(Needle::id).toList(),
                session.late().stream().map(Needle::id).toList(),
                session.unwell(),
                session.emergency(),
                session.tray().size(),
                session.pauses()));
    }

    private static @Nullable List<Object> point(@Nullable Placement placement) {
        var point = placement == null ? null : placement.point();
        return point == null ? null : List.of(point.view(), point.x(), point.y(), point.map());
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }
}
