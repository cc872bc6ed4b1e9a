package org.needlepoint.anatomy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.OutlineZones.Reading.Covered;
import org.needlepoint.anatomy.OutlineZones.Reading.OffTheBody;
import org.needlepoint.anatomy.OutlineZones.Reading.UnknownView;
import org.needlepoint.anatomy.PainReading.FieldError;
import org.needlepoint.anatomy.PainRequest.Examined;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.anatomy.PainRequest.Outline;
import org.needlepoint.anatomy.PainRequest.Point;
import org.needlepoint.anatomy.PainRequest.Quality;
import org.needlepoint.anatomy.PainRequest.Sign;
import org.needlepoint.shared.Laterality;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads the fields of a drawing. What is wrong is collected, each fault by the name of its field; when nothing was
/// collected the result is complete.
final class PainFields {
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_TEXTS = 50;
    private static final int MOST_DAYS = 40_000;
    private static final String QUALITIES =
            words(Arrays.stream(Quality.values()).map(Quality::word));
    private static final String SIGNS = words(Arrays.stream(Sign.values()).map(Sign::word));

    private final Knowledge knowledge;
    private final List<FieldError> errors;

    PainFields(Knowledge knowledge, List<FieldError> errors) {
        this.knowledge = knowledge;
        this.errors = errors;
    }

    /// The list of marks; at least one.
    List<Mark> marks(@Nullable JsonNode marks, String field) {
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
            var zone = zone(mark.get("zone"), here + ".zone");
            var side = side(mark.get("side"), here + ".side");
            var intensity = intensity(mark.get("intensity"), here + ".intensity");
            var quality = quality(mark.get("quality"), here + ".quality");
            var spreads = yesOrNo(mark.get("spreads"), here + ".spreads");
            if (errors.size() == before) {
                read.add(new Mark(zone, side, intensity, quality, spreads));
            }
        }
        return read;
    }

    /// The freehand shapes; none when the field is absent.
    List<Outline> outlines(@Nullable JsonNode outlines, String field) {
        if (outlines == null || outlines.isNull()) {
            return List.of();
        }
        if (!outlines.isArray() || outlines.size() > PainRequest.MOST_OUTLINES) {
            errors.add(new FieldError(field, "must be a list of at most " + PainRequest.MOST_OUTLINES + " outlines"));
            return List.of();
        }
        var read = new ArrayList<Outline>();
        for (var i = 0; i < outlines.size(); i++) {
            var before = errors.size();
            var here = field + "[" + i + "]";
            var outline = outlines.get(i);
            if (!outline.isObject()) {
                errors.add(new FieldError(here, "must be an object with view and points"));
                continue;
            }
            var view = outline.get("view");
            if (view == null || !view.isString()) {
                errors.add(new FieldError(here + ".view", "must be the id of a view, such as \"front\""));
            }
            var points = points(outline.get("points"), here + ".points");
            var intensity = intensity(outline.get("intensity"), here + ".intensity");
            var quality = quality(outline.get("quality"), here + ".quality");
            var spreads = yesOrNo(outline.get("spreads"), here + ".spreads");
            if (errors.size() == before && view != null) {
                read.add(new Outline(view.asString(), points, intensity, quality, spreads));
            }
        }
        return read;
    }

    /// The marks that a freehand shape stands for.
    List<Mark> covered(Outline outline, String field, OutlineZones zones) {
        return switch (zones.read(outline)) {
            case Covered(var marks) -> marks;
            case OffTheBody _ -> refused(field + ".points", "does not lie on the body of view " + outline.view());
            case UnknownView _ -> refused(field + ".view", "unknown view \"" + shortened(outline.view()) + "\"");
        };
    }

    private List<Mark> refused(String field, String message) {
        errors.add(new FieldError(field, message));
        return List.of();
    }

    private List<Point> points(@Nullable JsonNode node, String field) {
        var most = PainRequest.MOST_POINTS;
        if (node == null || !node.isArray() || node.size() < 3 || node.size() > most) {
            errors.add(new FieldError(field, "must be a list of 3 to " + most + " points"));
            return List.of();
        }
        var points = new ArrayList<Point>();
        for (var i = 0; i < node.size(); i++) {
            var point = node.get(i);
            if (!point.isArray() || point.size() != 2 || !finite(point.get(0)) || !finite(point.get(1))) {
                errors.add(new FieldError(
                        field + "[" + i + "]", "must be two numbers in mm, [x, y], was " + shown(point)));
                return List.of();
            }
            points.add(new Point(point.get(0).doubleValue(), point.get(1).doubleValue()));
        }
        return points;
    }

    private boolean finite(JsonNode node) {
        return node.isNumber() && Double.isFinite(node.doubleValue());
    }

    private @Nullable Quality quality(@Nullable JsonNode node, String field) {
        if (node == null || node.isNull()) {
            return null;
        }
        var quality = Quality.of(node.isString() ? node.asString() : "");
        if (quality.isEmpty()) {
            errors.add(new FieldError(field, "unknown quality " + shown(node) + "; must be one of " + QUALITIES));
        }
        return quality.orElse(null);
    }

    boolean yesOrNo(@Nullable JsonNode node, String field) {
        if (node == null || node.isNull()) {
            return false;
        }
        if (!node.isBoolean()) {
            errors.add(new FieldError(field, "must be true or false, was " + shown(node)));
            return false;
        }
        return node.booleanValue();
    }

    List<String> movements(JsonNode root) {
        var movements = texts(root.get("movements"), "movements");
        for (var i = 0; i < movements.size(); i++) {
            var id = movements.get(i);
            if (knowledge.movements().stream()
                    .noneMatch(movement -> movement.id().equals(id))) {
                errors.add(new FieldError("movements[" + i + "]", "unknown movement \"" + shortened(id) + "\""));
            }
        }
        return movements;
    }

    private List<String> texts(@Nullable JsonNode node, String field) {
        if (node == null || node.isNull()) {
            return List.of();
        }
        var texts = new ArrayList<String>();
        if (node.isArray() && node.size() <= MOST_TEXTS) {
            node.forEach(each -> texts.add(each.isString() ? each.asString() : ""));
        }
        if (!node.isArray() || texts.size() != node.size() || texts.contains("")) {
            errors.add(new FieldError(field, "must be a list of at most " + MOST_TEXTS + " texts"));
            return List.of();
        }
        return texts;
    }

    @Nullable
    Integer days(JsonNode root) {
        var days = root.get("days");
        if (days == null || days.isNull()) {
            return null;
        }
        if (days.isIntegralNumber() && days.canConvertToInt() && days.intValue() >= 0 && days.intValue() <= MOST_DAYS) {
            return days.intValue();
        }
        errors.add(new FieldError("days", "must be a whole number from 0 to " + MOST_DAYS + ", was " + shown(days)));
        return null;
    }

    List<String> pursuits(JsonNode root) {
        var pursuits = new ArrayList<String>();
        for (var field : List.of("occupation", "sport")) {
            var text = text(root, field);
            if (text != null) {
                pursuits.add(text);
            }
        }
        return pursuits;
    }

    List<Examined> examined(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return List.of();
        }
        if (!node.isArray() || node.size() > PainRequest.MOST_MARKS) {
            errors.add(new FieldError("examined", "must be a list of at most " + PainRequest.MOST_MARKS + " findings"));
            return List.of();
        }
        var read = new ArrayList<Examined>();
        for (var i = 0; i < node.size(); i++) {
            var before = errors.size();
            var here = "examined[" + i + "]";
            var finding = node.get(i);
            var muscle = finding.path("muscle").asString("");
            if (knowledge.muscle(muscle).isEmpty()) {
                errors.add(new FieldError(here + ".muscle", "unknown muscle \"" + shortened(muscle) + "\""));
            }
            var side = side(finding.get("side"), here + ".side");
            var sign = Sign.of(finding.path("sign").asString(""));
            if (sign.isEmpty()) {
                errors.add(new FieldError(here + ".sign", "must be one of " + SIGNS));
            }
            if (!finding.path("found").isBoolean()) {
                errors.add(new FieldError(here + ".found", "must be true or false"));
            }
            if (errors.size() == before) {
                read.add(new Examined(
                        muscle, side, sign.orElseThrow(), finding.path("found").booleanValue()));
            }
        }
        return read;
    }

    private String zone(@Nullable JsonNode node, String field) {
        var text = node != null && node.isString() ? node.asString() : "";
        if (knowledge.zone(text).isEmpty()) {
            errors.add(new FieldError(field, node == null ? "is missing" : "unknown zone " + shown(node)));
        }
        return text;
    }

    private Laterality side(@Nullable JsonNode node, String field) {
        for (var side : Laterality.values()) {
            if (node != null && node.isString() && node.asString().equals(side.name())) {
                return side;
            }
        }
        var what = node == null ? "is missing" : "unknown side " + shown(node);
        errors.add(new FieldError(field, what + "; must be L, R, B (both) or M (midline or not sided)"));
        return Laterality.M;
    }

    private double intensity(@Nullable JsonNode node, String field) {
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

    JsonNode id(JsonNode root) {
        var id = root.get("id");
        if (id == null || id.isNull()) {
            return JsonNodeFactory.instance.nullNode();
        }
        var known = id.isString() || (id.isNumber() && Double.isFinite(id.doubleValue()));
        if (!known || id.asString().length() > LONGEST_TEXT) {
            errors.add(new FieldError("id", "must be a text or a number of at most " + LONGEST_TEXT + " characters"));
            return JsonNodeFactory.instance.nullNode();
        }
        return id;
    }

    @Nullable
    String condition(JsonNode root) {
        return text(root, "condition");
    }

    private @Nullable String text(JsonNode root, String field) {
        var text = root.get(field);
        if (text == null || text.isNull()) {
            return null;
        }
        if (!text.isString() || text.asString().length() > LONGEST_TEXT) {
            errors.add(new FieldError(field, "must be a text of at most " + LONGEST_TEXT + " characters"));
            return null;
        }
        return text.asString().isBlank() ? null : text.asString();
    }

    int limit(JsonNode root) {
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

    private String shown(JsonNode node) {
        var text = node.toString();
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }

    private static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "..." : name;
    }

    private static String words(Stream<String> words) {
        return words.collect(Collectors.joining(", "));
    }
}
