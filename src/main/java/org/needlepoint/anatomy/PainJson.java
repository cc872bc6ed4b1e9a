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
import org.needlepoint.anatomy.PainRequest.About;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.anatomy.PainRequest.Outline;
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

    private static final int LONGEST_ID = 200;
    private static final int DEEPEST = 16;
    private static final Set<String> FIELDS = Set.of(
            "id",
            "marks",
            "outlines",
            "condition",
            "movements",
            "days",
            "occupation",
            "sport",
            "examined",
            "limit",
            "detail");

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
    private final OutlineZones zones;

    /// JSON with the zones of this edition of the knowledge.
    ///
    /// @param zones makes marks of freehand shapes
    public PainJson(Knowledge knowledge, OutlineZones zones) {
        this.knowledge = knowledge;
        this.zones = zones;
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
        var fields = new PainFields(knowledge, errors);
        var id = fields.id(root);
        var outlines = fields.outlines(root.get("outlines"), "outlines");
        var marks = new ArrayList<Mark>();
        if (root.has("marks") || (outlines.isEmpty() && errors.isEmpty())) {
            marks.addAll(fields.marks(root.get("marks"), "marks"));
        }
        for (var i = 0; i < outlines.size(); i++) {
            marks.addAll(fields.covered(outlines.get(i), "outlines[" + i + "]", zones));
        }
        var about = new About(fields.condition(root), fields.movements(root), fields.days(root), fields.pursuits(root));
        var examined = fields.examined(root.get("examined"));
        var limit = fields.limit(root);
        var detail = fields.yesOrNo(root.get("detail"), "detail");
        if (!errors.isEmpty()) {
            return new Refused(id, errors);
        }
        var ignored = root.propertyNames().stream()
                .filter(name -> !FIELDS.contains(name))
                .toList();
        return new Drawing(
                id,
                new PainRequest(
                        marks.subList(0, Math.min(marks.size(), PainRequest.MOST_MARKS)), about, examined, limit),
                detail,
                ignored);
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
        return new PainFields(knowledge, errors).marks(marks, field);
    }

    /// Reads freehand shapes, as [#readMarks] reads marks; none when the field is absent.
    public List<Outline> readOutlines(@Nullable JsonNode outlines, String field, List<FieldError> errors) {
        return new PainFields(knowledge, errors).outlines(outlines, field);
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
    /// @param drawing what was asked
    public byte[] write(Drawing drawing, PainAnswer answer) {
        var id = drawing.id();
        var detail = drawing.detail();
        var json = new LinkedHashMap<String, Object>();
        json.put("id", id);
        json.put("redFlags", answer.redFlags().stream().map(PainJson::redFlag).toList());
        json.put(
                "candidates",
                answer.candidates().stream()
                        .map(candidate -> candidate(candidate, detail))
                        .toList());
        json.put("unexplained", answer.unexplained());
        if (detail) {
            json.put("examineNext", answer.examineNext());
            json.put("nerveRoots", answer.nerveRoots());
        }
        var notes = new ArrayList<>(answer.notes());
        drawing.ignored().stream()
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

    private static Map<String, Object> candidate(PainAnswer.Candidate candidate, boolean detail) {
        var json = new LinkedHashMap<String, Object>();
        json.put("muscle", candidate.muscle());
        json.put("side", candidate.side().name());
        json.put("probability", candidate.probability());
        json.put("explains", candidate.explains());
        if (detail) {
            json.put("around", candidate.around());
            json.put("against", candidate.against());
        }
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
