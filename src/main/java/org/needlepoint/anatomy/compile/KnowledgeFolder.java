package org.needlepoint.anatomy.compile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.needlepoint.anatomy.compile.Node.Entry;
import org.needlepoint.anatomy.compile.Node.Listing;
import org.needlepoint.anatomy.compile.Node.Mapping;
import org.needlepoint.anatomy.compile.Node.Scalar;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// The folder of knowledge files, checked and turned into one JSON document.
public final class KnowledgeFolder {

    /// What became of a compilation.
    public sealed interface Compilation {
        /// The compiled document; the same folder gives the same bytes on every machine.
        record Compiled(String json) implements Compilation {}

        /// Nothing is compiled while a file breaks a rule. In the order of files and lines.
        record Refused(List<Problem> problems) implements Compilation {}
    }

    private static final int HASH_LENGTH = 16;
    private static final Set<String> READING = Set.of("syntax", "duplicate key", "schema line");

    private KnowledgeFolder() {}

    /// Reads, checks and compiles a knowledge folder.
    public static Compilation compile(Path root) throws IOException {
        var findings = new Findings();
        var schemas = Schemas.read(root.resolve("schema"), findings);
        var rules = new Rules(findings);
        var files = new LinkedHashMap<Section, List<YamlFile>>();
        Section.all().forEach(section -> files.put(section, new ArrayList<>()));
        for (var path : yamlFiles(root)) {
            var read = YamlFile.read(root, path, findings.problems());
            if (read.isEmpty()) {
                continue;
            }
            var file = read.get();
            var section = Section.of(file.name());
            if (section.isEmpty()) {
                findings.report(file.name(), 1, "unknown file", "nothing reads this file");
            } else if (!section.get().schema().equals(file.schema())) {
                findings.report(
                        file.name(),
                        1,
                        "schema line",
                        "files here use " + section.get().schema());
            } else {
                schemas.check(file);
                rules.check(section.get(), file);
                files.computeIfAbsent(section.get(), _ -> new ArrayList<>()).add(file);
            }
        }
        if (findings.problems().stream().anyMatch(problem -> READING.contains(problem.rule()))) {
            return refused(findings); // what a broken file defines is not known, so nothing more can be said of ids
        }
        findings.checkReferences();
        rules.checkWhole(files, Files.readAllLines(root.resolve("ids.txt")));
        return findings.problems().isEmpty() ? new Compilation.Compiled(json(files)) : refused(findings);
    }

    private static Compilation refused(Findings findings) {
        return new Compilation.Refused(List.copyOf(new TreeSet<>(findings.problems())));
    }

    private static List<Path> yamlFiles(Path root) throws IOException {
        try (var paths = Files.walk(root)) {
            return paths.filter(path ->
                            path.toString().endsWith(".yaml") || path.toString().endsWith(".yml"))
                    .sorted(Comparator.comparing(
                            path -> root.relativize(path).toString().replace('\\', '/')))
                    .toList();
        }
    }

    private static String json(Map<Section, List<YamlFile>> files) {
        var content = new ByteArrayOutputStream();
        write(content, files, "");
        var hash = sha256(content.toByteArray()).substring(0, HASH_LENGTH);
        var whole = new ByteArrayOutputStream();
        write(whole, files, hash);
        return whole.toString(StandardCharsets.UTF_8);
    }

    private static void write(ByteArrayOutputStream out, Map<Section, List<YamlFile>> files, String hash) {
        try (var generator = JsonMapper.shared().createGenerator(out)) {
            generator.writeStartObject();
            generator.writeStringProperty("hash", hash);
            files.forEach((section, list) -> {
                generator.writeName(section.key());
                generator.writeStartArray();
                things(section, list).forEach(thing -> write(generator, thing));
                generator.writeEndArray();
            });
            generator.writeEndObject();
        }
        out.write('\n');
    }

    /// The things of a section in their order. A thing from a list takes over what its file says of all,
    /// such as the review.
    private static List<Mapping> things(Section section, List<YamlFile> files) {
        var things = new ArrayList<Mapping>();
        for (var file : files) {
            var ofAll = new LinkedHashMap<>(file.content().entries());
            section.list().ifPresent(ofAll::remove);
            Rules.things(section, file)
                    .forEach(thing ->
                            things.add(thing.with(section.list().isPresent() ? ofAll : Map.<String, Entry>of())));
        }
        things.sort(Comparator.comparingLong(
                thing -> thing.text("order").map(Long::parseLong).orElse(0L)));
        return things;
    }

    private static void write(JsonGenerator generator, Node node) {
        switch (node) {
            case Mapping mapping -> {
                generator.writeStartObject();
                mapping.entries().forEach((key, entry) -> {
                    generator.writeName(key);
                    write(generator, entry.value());
                });
                generator.writeEndObject();
            }
            case Listing listing -> {
                generator.writeStartArray();
                listing.items().forEach(item -> write(generator, item));
                generator.writeEndArray();
            }
            case Scalar scalar -> generator.writePOJO(scalar.value());
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
