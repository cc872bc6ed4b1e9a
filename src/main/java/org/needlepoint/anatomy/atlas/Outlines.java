package org.needlepoint.anatomy.atlas;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/// Shapes of the body map: SVG paths of relative lines, as `bodymap.json` has them, and polygons. Units are mm.
final class Outlines {
    static final GeometryFactory GEOMETRY = new GeometryFactory();

    // The lines that the halves of the body mirror about, by view: the middle of the outline.
    private static final double MIDLINE = 350;
    private static final double MIDLINE_OF_BACK = 351.25;

    private static final Pattern PART = Pattern.compile("M[^M]*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    /// Paths lie on a grid of half a mm.
    private static final double GRID = 2;

    private Outlines() {}

    /// The area inside a path, by the even-odd rule.
    static Geometry of(String path) {
        Geometry area = GEOMETRY.createPolygon();
        for (var part : PART.matcher(path).results().toList()) {
            var ring = ring(part.group());
            if (ring.size() > 3) {
                area = area.symDifference(fixed(GEOMETRY.createPolygon(ring.toArray(Coordinate[]::new))));
            }
        }
        return area;
    }

    private static List<Coordinate> ring(String part) {
        var numbers = NUMBER.matcher(part)
                .results()
                .map(number -> Double.valueOf(number.group()))
                .toList();
        var ring = new ArrayList<Coordinate>();
        var x = 0.0;
        var y = 0.0;
        for (var i = 0; i + 1 < numbers.size(); i += 2) {
            x += numbers.get(i);
            y += numbers.get(i + 1);
            ring.add(new Coordinate(x, y));
        }
        ring.add(new Coordinate(ring.getFirst()));
        return ring;
    }

    /// The area inside a closed line of points; a line that crosses itself is mended.
    static Geometry inside(List<Coordinate> points) {
        var ring = new ArrayList<>(points);
        ring.add(new Coordinate(points.getFirst()));
        return fixed(GEOMETRY.createPolygon(ring.toArray(Coordinate[]::new)));
    }

    static Geometry fixed(Geometry geometry) {
        return GeometryFixer.fix(geometry);
    }

    /// The other half of the same view, or the same shape on the other side view.
    static Geometry mirrored(Geometry geometry, String view) {
        return mirrored(geometry, view.equals("back") ? MIDLINE_OF_BACK : MIDLINE);
    }

    static Geometry mirrored(Geometry geometry, double x) {
        return AffineTransformation.reflectionInstance(x, 0, x, 1).transform(geometry);
    }

    /// What two areas share, as an area.
    static Geometry shared(Geometry one, Geometry other) {
        if (!one.getEnvelopeInternal().intersects(other.getEnvelopeInternal())) {
            return GEOMETRY.createPolygon();
        }
        return OverlayNGRobust.overlay(one, other, org.locationtech.jts.operation.overlayng.OverlayNG.INTERSECTION);
    }

    /// Rounds corners and drops what is thinner than twice the radius; the result lies within.
    static Geometry rounded(Geometry area, double radius) {
        return fixed(TopologyPreservingSimplifier.simplify(area.buffer(-radius).buffer(radius), 0.4));
    }

    /// The polygons of an area that are larger than so many square millimetres.
    static Geometry without(Geometry area, double smallest) {
        var polygons = new ArrayList<Polygon>();
        for (var i = 0; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i) instanceof Polygon polygon && polygon.getArea() > smallest) {
                polygons.add(polygon);
            }
        }
        return GEOMETRY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    /// A path for an area, on the grid of the map.
    static String path(Geometry area) {
        var path = new StringBuilder();
        for (var i = 0; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i) instanceof Polygon polygon) {
                ring(polygon.getExteriorRing().getCoordinates(), path);
                for (var hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    ring(polygon.getInteriorRingN(hole).getCoordinates(), path);
                }
            }
        }
        return path.toString();
    }

    private static void ring(Coordinate[] ring, StringBuilder path) {
        var x = Math.round(ring[0].x * GRID);
        var y = Math.round(ring[0].y * GRID);
        path.append('M').append(number(x)).append(' ').append(number(y)).append('l');
        var first = true;
        for (var i = 1; i < ring.length - 1; i++) {
            var nextX = Math.round(ring[i].x * GRID);
            var nextY = Math.round(ring[i].y * GRID);
            if (nextX != x || nextY != y) {
                path.append(first ? "" : " ")
                        .append(number(nextX - x))
                        .append(' ')
                        .append(number(nextY - y));
                x = nextX;
                y = nextY;
                first = false;
            }
        }
        path.append('z');
    }

    private static String number(long halves) {
        return halves % 2 == 0 ? Long.toString(halves / 2) : String.format(Locale.ROOT, "%.1f", halves / GRID);
    }

    static String box(Envelope box) {
        return Math.round(box.getMinX()) + " " + Math.round(box.getMinY()) + " " + Math.round(box.getWidth()) + " "
                + Math.round(box.getHeight());
    }
}
