package org.needlepoint.anatomy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.PainReading.Drawing;
import org.needlepoint.anatomy.PainReading.FieldError;
import org.needlepoint.anatomy.PainReading.NotJson;
import org.needlepoint.anatomy.PainReading.Refused;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.shared.Laterality;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Drawings and answers of the pain locator as JSON, the same for the command and for HTTP.
public final class PainJson {

    private static final int LONGEST_CONDITION = 200;
    private static final int LONGEST_ID = 200;
    private static final int DEEPEST = 16;
    private static final Set<String> FIELDS = Set.of("id", "marks", "condition", "limit");

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // so that NaN is refused by the name of its field
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private final Knowledge knowledge;

    /// JSON with the zones of this edition of the knowledge.
    public PainJson(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /// Reads one request object in UTF-8.
    public PainReading read(byte[] json) {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JacksonException e) {
            return new NotJson(idBeforeTheFault(json), "not JSON: " + reason(e));
        }
        if (!root.isObject()) {
            return new NotJson(none(), "not a JSON object");
        }
        var errors = new ArrayList<FieldError>();
        var id = id(root, errors);
        var marks = readMarks(root.get("marks"), "marks", errors);
        var condition = condition(root, errors);
        var limit = limit(root, errors);
        if (!errors.isEmpty()) {
            return new Refused(id, errors);
        }
        var ignored = root.propertyNames().stream()
                .filter(name -> !FIELDS.contains(name))
                .toList();
        return new Drawing(id, new PainRequest(marks, condition, limit), ignored);
    }

    /// What the parser found, without its advice to programmers.
    private static String reason(JacksonException e) {
        var message = e.getOriginalMessage().lines().findFirst().orElse("");
        return message.replaceAll(": enable .*| for `.*| \\((start marker|for Object|for Array).*", "");
    }

    /// Reads the marks of a drawing that is part of a larger request, such as a booking.
    ///
    /// @param marks the list, null when the field is absent
    /// @param field what the list is called there, such as `pain.marks`; errors name it
    /// @param errors takes what is wrong; when nothing is added the result is complete
    public List<Mark> readMarks(@Nullable JsonNode marks, String field, List<FieldError> errors) {
        if (marks == null || !marks.isArray() || marks.isEmpty()) {
            errors.add(new FieldError(field, "must be a list with at least one mark"));
            return List.of();
        }
        if (marks.size() > PainRequest.MOST_MARKS) {
            errors.add(new FieldError(field, "at most " + PainRequest.MOST_MARKS + " marks, were " + marks.size()));
            return List.of();
        }
        var read = new ArrayList<Mark>();
        for (var i = 0; i < marks.size(); i++) {
            var before = errors.size();
            var here = field + "[" + i + "]";
            var mark = marks.get(i);
            if (!mark.isObject()) {
                errors.add(new FieldError(here, "must be an object with zone and side"));
                continue;
            }
            var zone = zone(mark.get("zone"), here + ".zone", errors);
            var side = side(mark.get("side"), here + ".side", errors);
            var intensity = intensity(mark.get("intensity"), here + ".intensity", errors);
            if (errors.size() == before) {
                read.add(new Mark(zone, side, intensity));
            }
        }
        return read;
    }

    private String zone(@Nullable JsonNode node, String field, List<FieldError> errors) {
        var text = node != null && node.isString() ? node.asString() : "";
        if (knowledge.zone(text).isEmpty()) {
            errors.add(new FieldError(field, node == null ? "is missing" : "unknown zone " + shown(node)));
        }
        return text;
    }

    private static Laterality side(@Nullable JsonNode node, String field, List<FieldError> errors) {
        for (var side : Laterality.values()) {
            if (node != null && node.isString() && node.asString().equals(side.name())) {
                return side;
            }
        }
        var what = node == null ? "is missing" : "unknown side " + shown(node);
        errors.add(new FieldError(field, what + "; must be L, R, B (both) or M (midline or not sided)"));
        return Laterality.M;
    }

    private static double intensity(@Nullable JsonNode node, String field, List<FieldError> errors) {
        if (node == null || node.isNull()) {
            return Mark.USUAL_INTENSITY;
        }
        var value = node.isNumber() ? node.doubleValue() : Double.NaN;
        if (value >= 0 && value <= 10) {
            return value;
        }
        errors.add(new FieldError(field, "must be a number from 0 to 10, was " + shown(node)));
        return Mark.USUAL_INTENSITY;
    }

    private static JsonNode id(JsonNode root, List<FieldError> errors) {
        var id = root.get("id");
        if (id == null || id.isNull()) {
            return none();
        }
        var known = id.isString() || (id.isNumber() && Double.isFinite(id.doubleValue()));
        if (!known || id.asString().length() > LONGEST_ID) {
            errors.add(new FieldError("id", "must be a text or a number of at most " + LONGEST_ID + " characters"));
            return none();
        }
        return id;
    }

    private static @Nullable String condition(JsonNode root, List<FieldError> errors) {
        var condition = root.get("condition");
        if (condition == null || condition.isNull()) {
            return null;
        }
        if (!condition.isString() || condition.asString().length() > LONGEST_CONDITION) {
            errors.add(new FieldError("condition", "must be a text of at most " + LONGEST_CONDITION + " characters"));
            return null;
        }
        return condition.asString().isBlank() ? null : condition.asString();
    }

    private static int limit(JsonNode root, List<FieldError> errors) {
        var limit = root.get("limit");
        if (limit == null || limit.isNull()) {
            return PainRequest.USUAL_LIMIT;
        }
        if (limit.canConvertToInt()
                && limit.isIntegralNumber()
                && limit.intValue() >= 1
                && limit.intValue() <= PainRequest.MOST_CANDIDATES) {
            return limit.intValue();
        }
        errors.add(new FieldError(
                "limit", "must be a whole number from 1 to " + PainRequest.MOST_CANDIDATES + ", was " + shown(limit)));
        return PainRequest.USUAL_LIMIT;
    }

    private static String shown(JsonNode node) {
        var text = node.toString();
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }

    /// A line may be cut or misspelt after its id: then the caller still learns which one it was.
    private static JsonNode idBeforeTheFault(byte[] json) {
        try (var parser = MAPPER.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return none();
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var isId = "id".equals(parser.currentName());
                var value = parser.nextToken();
                if (isId && (value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT)) {
                    JsonNode id = parser.readValueAsTree();
                    return id.asString().length() > LONGEST_ID ? none() : id;
                }
                parser.skipChildren();
            }
        } catch (JacksonException e) {
            return none(); // the fault comes before any id
        }
        return none();
    }

    private static JsonNode none() {
        return JsonNodeFactory.instance.nullNode();
    }

    /// An answer as one line of JSON in UTF-8, without a line break.
    ///
    /// @param ignored names of fields of the request that nobody knows; they become a note
    public byte[] write(JsonNode id, PainAnswer answer, List<String> ignored) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", id);
        json.put("redFlags", answer.redFlags().stream().map(PainJson::redFlag).toList());
        json.put(
                "candidates",
                answer.candidates().stream().map(PainJson::candidate).toList());
        json.put("unexplained", answer.unexplained());
        var notes = new ArrayList<>(answer.notes());
        ignored.stream()
                .sorted()
                .limit(10)
                .map(name -> "unknown field ignored: " + shortened(name))
                .forEach(notes::add);
        json.put("notes", notes);
        return MAPPER.writeValueAsBytes(json);
    }

    private static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "..." : name;
    }

    private static Map<String, Object> redFlag(RedFlagQuestion question) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", question.id());
        json.put("level", question.level().word());
        json.put("ask", question.ask().en());
        return json;
    }

    private static Map<String, Object> candidate(PainAnswer.Candidate candidate) {
        var json = new LinkedHashMap<String, Object>();
        json.put("muscle", candidate.muscle());
        json.put("side", candidate.side().name());
        json.put("probability", candidate.probability());
        json.put("explains", candidate.explains());
        json.put("sources", candidate.sources());
        json.put("review", candidate.review().name().toLowerCase(Locale.ROOT));
        return json;
    }

    /// A refusal as one line of JSON in UTF-8, without a line break.
    public byte[] writeError(JsonNode id, FieldError error) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", id);
        json.put("error", error);
        return MAPPER.writeValueAsBytes(json);
    }
}
