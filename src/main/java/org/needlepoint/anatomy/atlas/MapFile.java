package org.needlepoint.anatomy.atlas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The measured map and our own files beside it, as the build reads them.
///
/// @param views    what was measured, by view
/// @param division our points for each zone of each area, by view
/// @param muscles  which structures are which muscle
record MapFile(
        Map<String, MeasuredView> views,
        Map<String, Map<String, Map<String, List<Coordinate>>>> division,
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

    private record Muscles(Map<String, Joined> muscles) {}

    /// Reads `bodymap.json`, `zones.yaml` and `muscles.yaml` of a folder.
    static MapFile read(Path folder) throws IOException {
        var json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        var measured = json.readValue(Files.readString(folder.resolve("bodymap.json")), Measured.class);
        var yaml = YAMLMapper.builder().build();
        var division = new LinkedHashMap<String, Map<String, Map<String, List<Coordinate>>>>();
        yaml.readTree(Files.readString(folder.resolve("zones.yaml")))
                .path("views")
                .forEachEntry((view, areas) -> division.put(view, areas(areas)));
        var muscles = yaml.readValue(Files.readString(folder.resolve("muscles.yaml")), Muscles.class);
        return new MapFile(measured.views(), division, muscles.muscles());
    }

    private static Map<String, Map<String, List<Coordinate>>> areas(JsonNode node) {
        var areas = new LinkedHashMap<String, Map<String, List<Coordinate>>>();
        node.forEachEntry((area, zones) -> {
            var points = new LinkedHashMap<String, List<Coordinate>>();
            zones.forEachEntry((zone, sites) -> {
                var coordinates = new ArrayList<Coordinate>();
                sites.forEach(site -> coordinates.add(
                        new Coordinate(site.get(0).doubleValue(), site.get(1).doubleValue())));
                points.put(zone, coordinates);
            });
            areas.put(area, points);
        });
        return areas;
    }

    private static List<Coordinate> coordinates(List<List<Double>> points) {
        return points.stream()
                .map(point -> new Coordinate(point.get(0), point.get(1)))
                .toList();
    }
}
