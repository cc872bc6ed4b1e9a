package org.needlepoint.anatomy.atlas;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The measured map and our own files beside it, as the build reads them.
///
/// @param views    what was measured, by view
/// @param division our points for each zone of each area, by view
/// @param closeUps parts of views to enlarge
/// @param drawn    views that only we have drawn
/// @param muscles  which structures are which muscle
record MapFile(
        Map<String, MeasuredView> views,
        Map<String, Map<String, Map<String, List<Coordinate>>>> division,
        Map<String, CloseUp> closeUps,
        Map<String, Drawn> drawn,
        Map<String, Joined> muscles) {

    /// A muscle of a view: what is seen of it with the skin off, the whole of it where it is covered, its layer.
    record MeasuredMuscle(@Nullable String v, @Nullable String o, double layer) {}

    /// An area that a patient may mean.
    record Area(String side, String p) {}

    /// One view of `bodymap.json`.
    record MeasuredView(String skin, Map<String, MeasuredMuscle> muscles, Map<String, Area> regions) {}

    private record Measured(Map<String, MeasuredView> views) {}

    /// How a muscle is joined to the map.
    record Joined(
            @Nullable List<String> structures,
            @Nullable Map<String, List<List<Double>>> constructed,
            @Nullable String absent) {
        /// The shape that we drew of it on a view; null when there is none.
        @Nullable
        Geometry drawn(String view) {
            var points = constructed == null ? null : constructed.get(view);
            return points == null ? null : Outlines.inside(coordinates(points));
        }
    }

    /// A part of a view, enlarged.
    ///
    /// @param box left, top, width and height in mm of the view
    record CloseUp(String of, List<Double> box) {}

    /// A line with a thickness.
    record Stroke(List<List<Double>> line, double radius) {
        Geometry area() {
            return Outlines.GEOMETRY
                    .createLineString(coordinates(line).toArray(Coordinate[]::new))
                    .buffer(radius);
        }
    }

    /// A view that only we have drawn.
    ///
    /// @param strokes areas joined to the outline, by zone
    /// @param zones   lines that share out the rest
    record Drawn(
            List<Double> box,
            List<List<Double>> outline,
            Map<String, List<Stroke>> strokes,
            Map<String, List<List<Double>>> zones) {
        Geometry outlined() {
            return Outlines.inside(coordinates(outline))
                    .buffer(-ROUND)
                    .buffer(2 * ROUND)
                    .buffer(-ROUND);
        }

        Map<String, List<Coordinate>> lines() {
            var lines = new LinkedHashMap<String, List<Coordinate>>();
            zones.forEach((zone, line) -> lines.put(zone, coordinates(line)));
            return lines;
        }
    }

    private static final double ROUND = 14;

    private record Divided(
            Map<String, Map<String, Map<String, List<List<Double>>>>> views,
            @JsonProperty("close-ups") Map<String, CloseUp> closeUps,
            Map<String, Drawn> drawn) {}

    private record Muscles(Map<String, Joined> muscles) {}

    /// Reads `bodymap.json`, `zones.yaml` and `muscles.yaml` of a folder.
    static MapFile read(Path folder) throws IOException {
        var json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        var measured = json.readValue(Files.readString(folder.resolve("bodymap.json")), Measured.class);
        var yaml = YAMLMapper.builder().build();
        var divided = yaml.readValue(Files.readString(folder.resolve("zones.yaml")), Divided.class);
        var division = new LinkedHashMap<String, Map<String, Map<String, List<Coordinate>>>>();
        divided.views().forEach((view, areas) -> division.put(view, lines(areas)));
        var muscles = yaml.readValue(Files.readString(folder.resolve("muscles.yaml")), Muscles.class);
        return new MapFile(measured.views(), division, divided.closeUps(), divided.drawn(), muscles.muscles());
    }

    private static Map<String, Map<String, List<Coordinate>>> lines(
            Map<String, Map<String, List<List<Double>>>> areas) {
        var read = new LinkedHashMap<String, Map<String, List<Coordinate>>>();
        areas.forEach((area, zones) -> {
            var lines = new LinkedHashMap<String, List<Coordinate>>();
            zones.forEach((zone, line) -> lines.put(zone, coordinates(line)));
            read.put(area, lines);
        });
        return read;
    }

    private static List<Coordinate> coordinates(List<List<Double>> points) {
        return points.stream()
                .map(point -> new Coordinate(point.get(0), point.get(1)))
                .toList();
    }
}
