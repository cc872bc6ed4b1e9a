package org.needlepoint.anatomy.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.needlepoint.anatomy.compile.Node.Entry;
import org.needlepoint.anatomy.compile.Node.Listing;
import org.needlepoint.anatomy.compile.Node.Mapping;
import org.needlepoint.anatomy.compile.Node.Scalar;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// One knowledge file as read: its schema line and its content with line numbers.
///
/// @param name path below the knowledge folder, with forward slashes
/// @param schema file name of the schema that its first line names
record YamlFile(String name, String schema, Mapping content) {

    private static final Pattern SCHEMA_LINE =
            Pattern.compile("# yaml-language-server: \\$schema=(\\S*/schema/(\\S+\\.schema\\.json))");

    private static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    /// Reads a file; empty, with a problem reported, when it is not YAML or has no schema line.
    static Optional<YamlFile> read(Path root, Path file, List<Problem> problems) throws IOException {
        var name = root.relativize(file).toString().replace('\\', '/');
        var text = Files.readString(file);
        var matcher = SCHEMA_LINE.matcher(text.lines().findFirst().orElse(""));
        if (!matcher.matches()) {
            problems.add(new Problem(name, 1, "schema line", "the first line must name the schema of this file"));
            return Optional.empty();
        }
        var directory = file.getParent();
        if (directory == null || !Files.exists(directory.resolve(matcher.group(1)))) {
            problems.add(new Problem(name, 1, "schema line", "there is no " + matcher.group(1)));
            return Optional.empty();
        }
        try (var parser = MAPPER.createParser(text)) {
            parser.nextToken();
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                problems.add(new Problem(name, 1, "syntax", "the file must hold keys and values"));
                return Optional.empty();
            }
            var content = mapping(parser);
            if (parser.nextToken() != null) {
                problems.add(new Problem(name, line(parser), "syntax", "one document a file"));
            }
            return Optional.of(new YamlFile(name, matcher.group(2), content));
        } catch (JacksonException e) {
            problems.add(broken(name, e));
            return Optional.empty();
        }
    }

    private static Problem broken(String name, JacksonException e) {
        var message = e.getOriginalMessage().lines().findFirst().orElse("cannot be read");
        var location = e.getLocation();
        var line = location == null ? 1 : Math.max(1, location.getLineNr());
        var repeated = message.toLowerCase(Locale.ROOT).contains("duplicate");
        return new Problem(name, line, repeated ? "duplicate key" : "syntax", message);
    }

    private static Node node(JsonParser parser) {
        var line = line(parser);
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser);
            case START_ARRAY -> listing(parser);
            case VALUE_NUMBER_INT -> new Scalar(parser.getLongValue(), line);
            case VALUE_NUMBER_FLOAT -> new Scalar(parser.getDoubleValue(), line);
            case VALUE_TRUE -> new Scalar(true, line);
            case VALUE_FALSE -> new Scalar(false, line);
            case VALUE_NULL -> new Scalar(null, line);
            default -> new Scalar(parser.getString(), line);
        };
    }

    private static Mapping mapping(JsonParser parser) {
        var line = line(parser);
        var entries = new LinkedHashMap<String, Entry>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            var keyLine = line(parser);
            parser.nextToken();
            entries.put(key, new Entry(keyLine, node(parser)));
        }
        return new Mapping(entries, line);
    }

    private static Listing listing(JsonParser parser) {
        var line = line(parser);
        var items = new ArrayList<Node>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser));
        }
        return new Listing(items, line);
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
