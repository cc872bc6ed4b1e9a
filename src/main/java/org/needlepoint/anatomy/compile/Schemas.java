package org.needlepoint.anatomy.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.needlepoint.anatomy.compile.Node.Listing;
import org.needlepoint.anatomy.compile.Node.Mapping;
import org.needlepoint.anatomy.compile.Node.Scalar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON Schemas of the knowledge files, and the check of a file against one.
///
/// It knows the part of JSON Schema that these schemas use, and refuses a schema that uses more, so that
/// nothing is silently left unchecked. Four keywords are our own: `x-id` (this text is the id of a new
/// thing of that kind), `x-refers-to` (this text is the id of a thing of that kind), `x-also` (words
/// allowed beside a reference) and `x-vocabulary` (the words of this enum are listed, with their meaning,
/// in vocabulary.yaml).
final class Schemas {

    private static final Set<String> KNOWN = Set.of(
            "$schema",
            "$ref",
            "$defs",
            "title",
            "description",
            "type",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "minItems",
            "uniqueItems",
            "enum",
            "pattern",
            "minLength",
            "minimum",
            "maximum",
            "x-id",
            "x-refers-to",
            "x-also",
            "x-vocabulary");

    private final Map<String, JsonNode> byFile = new TreeMap<>();
    private final Findings findings;

    private Schemas(Findings findings) {
        this.findings = findings;
    }

    static Schemas read(Path folder, Findings findings) throws IOException {
        var schemas = new Schemas(findings);
        var mapper = JsonMapper.shared();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                schemas.byFile.put(String.valueOf(file.getFileName()), mapper.readTree(Files.readString(file)));
            }
        }
        return schemas;
    }

    void check(YamlFile file) {
        check(schema(file.schema()), file.content(), "", file.name());
    }

    private JsonNode schema(String fileName) {
        var schema = byFile.get(fileName);
        if (schema == null) {
            throw new IllegalStateException("no schema " + fileName);
        }
        return schema;
    }

    private JsonNode resolve(JsonNode schema) {
        if (!schema.has("$ref")) {
            return schema;
        }
        var target = schema.get("$ref").asString();
        var hash = target.indexOf('#');
        return schema(target.substring(0, hash)).at(target.substring(hash + 1));
    }

    private void check(JsonNode given, Node node, String what, String file) {
        var schema = resolve(given);
        for (var keyword : schema.propertyNames()) {
            if (!KNOWN.contains(keyword)) {
                throw new IllegalStateException("the schemas use a keyword that nobody checks: " + keyword);
            }
        }
        if (schema.has("type") && !typeFits(schema.get("type"), node)) {
            findings.report(file, node.line(), "wrong type", name(what) + " must be " + words(schema.get("type")));
            return;
        }
        switch (node) {
            case Mapping mapping -> checkMapping(schema, mapping, what, file);
            case Listing listing -> checkListing(schema, listing, what, file);
            case Scalar scalar -> checkScalar(schema, scalar, what, file);
        }
    }

    private void checkMapping(JsonNode schema, Mapping mapping, String what, String file) {
        var properties = schema.get("properties");
        if (properties == null) {
            findings.report(file, mapping.line(), "wrong type", name(what) + " must not hold keys");
            return;
        }
        var order = List.copyOf(properties.propertyNames());
        var last = -1;
        for (var entry : mapping.entries().entrySet()) {
            var key = entry.getKey();
            var line = entry.getValue().line();
            var place = order.indexOf(key);
            if (place < 0) {
                findings.report(file, line, "unknown key", key + "; known here: " + String.join(", ", order));
                continue;
            }
            if (place < last) {
                findings.report(file, line, "key order", key + " must stand before " + order.get(last));
            }
            last = Math.max(last, place);
            check(properties.get(key), entry.getValue().value(), key, file);
        }
        for (var required : schema.path("required")) {
            var key = required.asString();
            if (!mapping.entries().containsKey(key)) {
                var rule = "sources".equals(key) ? "missing source" : "missing key";
                findings.report(file, mapping.line(), rule, name(what) + " has no " + key);
            }
        }
    }

    private void checkListing(JsonNode schema, Listing listing, String what, String file) {
        var items = schema.get("items");
        if (items == null) {
            findings.report(file, listing.line(), "wrong type", name(what) + " must not be a list");
            return;
        }
        if (listing.items().size() < schema.path("minItems").asInt(0)) {
            var sources = "source".equals(items.path("x-refers-to").asString(""));
            findings.report(file, listing.line(), sources ? "missing source" : "too few", name(what) + " is empty");
        }
        var seen = new HashSet<Object>();
        for (var item : listing.items()) {
            if (schema.path("uniqueItems").asBoolean(false)
                    && item instanceof Scalar scalar
                    && !seen.add(scalar.text())) {
                findings.report(file, item.line(), "repeated", scalar.text().orElse("null") + " twice in " + what);
            }
            check(items, item, what, file);
        }
    }

    private void checkScalar(JsonNode schema, Scalar scalar, String what, String file) {
        var text = scalar.text().orElse("");
        if (schema.has("enum")) {
            var known = new ArrayList<String>();
            schema.get("enum").forEach(word -> known.add(word.asString()));
            if (schema.has("x-vocabulary")) {
                findings.usesWords(schema.get("x-vocabulary").asString(), known);
            }
            if (!(scalar.value() instanceof String) || !known.contains(text)) {
                findings.report(
                        file,
                        scalar.line(),
                        "unknown word",
                        what + " is " + text + "; known: " + String.join(", ", known));
            }
        }
        if (scalar.value() instanceof String) {
            if (text.isBlank() || !text.equals(text.strip())) {
                findings.report(file, scalar.line(), "blank", what + " is empty or has space at an end");
            }
            if (schema.has("pattern")
                    && !Pattern.compile(schema.get("pattern").asString())
                            .matcher(text)
                            .find()) {
                findings.report(
                        file,
                        scalar.line(),
                        "wrong form",
                        what + " is " + text + ", must match "
                                + schema.get("pattern").asString());
            }
        }
        if (scalar.value() instanceof Number number) {
            var low = schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY);
            var high = schema.path("maximum").asDouble(Double.POSITIVE_INFINITY);
            if (number.doubleValue() < low || number.doubleValue() > high) {
                findings.report(file, scalar.line(), "out of range", what + " is " + text);
            }
        }
        if (schema.has("x-id")) {
            findings.defines(schema.get("x-id").asString(), text, file, scalar.line());
        }
        if (schema.has("x-refers-to")
                && schema.path("x-also")
                        .valueStream()
                        .noneMatch(word -> word.asString().equals(text))) {
            findings.refers(schema.get("x-refers-to").asString(), text, file, scalar.line());
        }
    }

    private static boolean typeFits(JsonNode type, Node node) {
        if (type.isArray()) {
            return type.valueStream().anyMatch(one -> typeFits(one, node));
        }
        return switch (type.asString()) {
            case "object" -> node instanceof Mapping;
            case "array" -> node instanceof Listing;
            case "string" -> node instanceof Scalar scalar && scalar.value() instanceof String;
            case "integer" -> node instanceof Scalar scalar && scalar.value() instanceof Long;
            case "number" -> node instanceof Scalar scalar && scalar.value() instanceof Number;
            case "boolean" -> node instanceof Scalar scalar && scalar.value() instanceof Boolean;
            case "null" -> node instanceof Scalar scalar && scalar.value() == null;
            default -> throw new IllegalStateException("the schemas use an unknown type: " + type);
        };
    }

    private static String words(JsonNode type) {
        return type.isArray()
                ? String.join(" or ", type.valueStream().map(JsonNode::asString).toList())
                : type.asString();
    }

    private static String name(String what) {
        return what.isEmpty() ? "the file" : what;
    }
}
