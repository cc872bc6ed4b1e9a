package org.needlepoint.anatomy.atlas;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.needlepoint.anatomy.atlas.Atlas.Place;
import org.needlepoint.anatomy.atlas.Atlas.View;

/// The zones of one view as areas, to lay freehand shapes over.
final class ViewShapes {
    /// A shape of which less lies on the body, in mm2, is off it.
    private static final double LEAST = 1;

    /// A smaller share of a zone is the edge of a shape that means its neighbour, unless the whole shape is so small.
    private static final double EDGE = 0.005;

    private final Geometry skin;
    private final Map<Place, Geometry> zones = new LinkedHashMap<>();

    ViewShapes(View view) {
        this.skin = Outlines.of(view.skin());
        view.zones().forEach(zone -> zones.put(new Place(zone.zone(), zone.side()), Outlines.of(zone.path())));
    }

    Covering covered(List<double[]> polygon) {
        var shape = Outlines.inside(polygon.stream()
                .map(point -> new Coordinate(point[0], point[1]))
                .toList());
        if (Outlines.shared(shape, skin).getArea() < LEAST) {
            return new Covering.Refused(Covering.Fault.OFF_THE_BODY);
        }
        var shares = new HashMap<Place, Double>();
        zones.forEach((place, area) -> {
            var share = Outlines.shared(shape, area).getArea() / area.getArea();
            if (share > 0) {
                shares.put(place, Math.min(1, share));
            }
        });
        if (shares.isEmpty()) {
            shares.put(nearest(shape), 0.0);
        } else if (shares.values().stream().anyMatch(share -> share > EDGE)) {
            shares.values().removeIf(share -> share <= EDGE);
        }
        return new Covering.Zones(shares);
    }

    Optional<Place> zoneAt(double x, double y) {
        var point = Outlines.GEOMETRY.createPoint(new Coordinate(x, y));
        return zones.entrySet().stream()
                .filter(zone -> zone.getValue().covers(point))
                .findFirst()
                .map(Map.Entry::getKey);
    }

    private Place nearest(Geometry shape) {
        return zones.entrySet().stream()
                .min(Comparator.comparingDouble(zone -> zone.getValue().distance(shape)))
                .orElseThrow()
                .getKey();
    }
}
