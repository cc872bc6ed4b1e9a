package org.needlepoint.anatomy.atlas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/// Shares the areas of a view out among zones: every point of an area goes to the zone whose line is nearest.
final class ZoneDivision {
    /// Neighbouring areas of the map leave hairlines between them.
    private static final double HAIRLINE = 1;

    private static final double ROUNDING = 4;

    /// Lines become points of this distance, in mm.
    private static final double STEP = 9;

    /// Smaller pieces, in mm2, are left out.
    private static final double SMALLEST = 25;

    private ZoneDivision() {}

    /// Outlines of the zones of one view, on the half that is written.
    ///
    /// @param areas outline of each area
    /// @param points for each area, or several joined by ` + `, the lines of its zones
    static Map<String, Geometry> divide(
            Map<String, Geometry> areas, Map<String, Map<String, List<Coordinate>>> points) {
        var pieces = new LinkedHashMap<String, List<Geometry>>();
        points.forEach((area, zones) -> {
            var outline = joined(areas, area);
            cells(outline, zones)
                    .forEach((zone, cell) ->
                            pieces.computeIfAbsent(zone, _ -> new ArrayList<>()).add(cell));
        });
        var divided = new LinkedHashMap<String, Geometry>();
        pieces.forEach((zone, cells) -> {
            var joined = UnaryUnionOp.union(
                            cells.stream().map(cell -> cell.buffer(HAIRLINE)).toList())
                    .buffer(-HAIRLINE);
            divided.put(zone, Outlines.without(Outlines.rounded(joined, ROUNDING), SMALLEST));
        });
        return divided;
    }

    /// The line as points so near to each other that the nearest of them is the nearest of the line.
    private static List<Coordinate> along(List<Coordinate> line) {
        var points = new ArrayList<Coordinate>();
        points.add(line.getFirst());
        for (var i = 1; i < line.size(); i++) {
            var from = line.get(i - 1);
            var to = line.get(i);
            var steps = (int) Math.ceil(from.distance(to) / STEP);
            for (var step = 1; step <= steps; step++) {
                var part = (double) step / steps;
                points.add(new Coordinate(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part));
            }
        }
        return points;
    }

    private static Geometry joined(Map<String, Geometry> areas, String names) {
        var parts = Pattern.compile(" \\+ ")
                .splitAsStream(names)
                .map(name -> {
                    var area = areas.get(name);
                    if (area == null) {
                        throw new IllegalStateException("zones.yaml: the map has no area " + name + " here");
                    }
                    return area.buffer(HAIRLINE);
                })
                .toList();
        return UnaryUnionOp.union(parts).buffer(-HAIRLINE);
    }

    private static Map<String, Geometry> cells(Geometry area, Map<String, List<Coordinate>> zones) {
        var owner = new LinkedHashMap<Coordinate, String>();
        zones.forEach((zone, line) -> along(line).forEach(point -> owner.put(point, zone)));
        var cells = new LinkedHashMap<String, Geometry>();
        if (owner.size() == 1) {
            cells.put(owner.values().iterator().next(), area);
            return cells;
        }
        var builder = new VoronoiDiagramBuilder();
        builder.setSites(owner.keySet());
        var around = area.getEnvelopeInternal().copy();
        around.expandBy(1000);
        builder.setClipEnvelope(around);
        var diagram = builder.getDiagram(Outlines.GEOMETRY);
        for (var i = 0; i < diagram.getNumGeometries(); i++) {
            var cell = diagram.getGeometryN(i);
            if (cell.getUserData() instanceof Coordinate site) {
                cells.merge(owner.getOrDefault(site, ""), Outlines.shared(area, cell), Geometry::union);
            }
        }
        return cells;
    }
}
