package org.needlepoint.anatomy.atlas;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/// Where the number of a freehand shape can stand.
public final class PointInside {
    private PointInside() {}

    /// A point inside a polygon, near the middle of its widest part; its first corner when it has no area.
    ///
    /// @param polygon corners as `{x, y}` in mm, at least three; the last joins the first
    public static double[] of(List<double[]> polygon) {
        var area = Outlines.inside(polygon.stream()
                .map(point -> new Coordinate(point[0], point[1]))
                .toList());
        if (area.isEmpty()) {
            return polygon.getFirst();
        }
        var middle = area.getInteriorPoint();
        return new double[] {Math.round(middle.getX() * 10) / 10.0, Math.round(middle.getY() * 10) / 10.0};
    }
}
