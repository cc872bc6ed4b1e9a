package org.needlepoint.anatomy.atlas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.needlepoint.shared.Laterality;

/// How much of the figure a drawing covers, and how far two drawings cover the same. Each place counts once: on the
/// front and the back where it can be seen there, else on the side. The figures are those of one drawn body, good for
/// comparing a person with themselves.
public final class DrawnAreas {
    private static final List<String> FACES = List.of("front", "back");
    private static final List<String> SIDES = List.of("left", "right");
    private static final double MM2_PER_CM2 = 100;
    private static final double WHOLE = 100;
    private static final Geometry NOTHING = Outlines.GEOMETRY.createPolygon();

    private final Atlas atlas;
    private final Map<String, Geometry> skins = new HashMap<>();

    public DrawnAreas(Atlas atlas) {
        this.atlas = atlas;
        for (var view : atlas.views()) {
            if (FACES.contains(view.id()) || SIDES.contains(view.id())) {
                skins.put(view.id(), Outlines.of(view.skin()));
            }
        }
    }

    /// A marked zone. Both sides and the midline stand for all that the zone has.
    public record Place(String zone, Laterality side) {}

    /// A freehand shape, in mm of its view.
    public record Shape(String view, List<Point> points) {
        public Shape {
            points = List.copyOf(points);
        }
    }

    /// A point of a view, in mm; x to the right, y down.
    public record Point(double x, double y) {}

    /// What a drawing covers, by view.
    public final class Area {
        private final Map<String, Geometry> views;

        private Area(Map<String, Geometry> views) {
            this.views = views;
        }

        /// In square centimetres of the figure.
        public double cm2() {
            return views.values().stream().mapToDouble(Geometry::getArea).sum() / MM2_PER_CM2;
        }

        /// Of the figure's front and back together, 0 to 100.
        public double percentOfFigure() {
            var body = FACES.stream()
                    .flatMap(face -> Optional.ofNullable(skins.get(face)).stream())
                    .mapToDouble(Geometry::getArea)
                    .sum();
            return body == 0 ? 0 : Math.min(WHOLE, WHOLE * cm2() * MM2_PER_CM2 / body);
        }

        /// What both cover, as a share of what either does, 0 to 1 (Jaccard's index); 1 for two empty drawings.
        public double overlap(Area other) {
            var either = 0.0;
            var both = 0.0;
            var all = new TreeSet<>(views.keySet());
            all.addAll(other.views.keySet());
            for (var view : all) {
                var mine = views.getOrDefault(view, NOTHING);
                var theirs = other.views.getOrDefault(view, NOTHING);
                var shared = OverlayNGRobust.overlay(mine, theirs, OverlayNG.INTERSECTION)
                        .getArea();
                both += shared;
                either += mine.getArea() + theirs.getArea() - shared;
            }
            return either == 0 ? 1 : both / either;
        }
    }

    /// What a drawing covers. What is not on the map covers nothing; shapes are cut at the skin.
    public Area of(Collection<Place> places, Collection<Shape> shapes) {
        var painted = new HashMap<String, List<Geometry>>();
        places.stream()
                .distinct()
                .forEach(place -> home(place)
                        .forEach((view, areas) -> painted.computeIfAbsent(view, _ -> new ArrayList<>())
                                .addAll(areas)));
        for (var shape : shapes) {
            var skin = skins.get(shape.view());
            if (skin != null && shape.points().size() > 2) {
                var inside = Outlines.inside(shape.points().stream()
                        .map(point -> new Coordinate(point.x(), point.y()))
                        .toList());
                painted.computeIfAbsent(shape.view(), _ -> new ArrayList<>())
                        .add(OverlayNGRobust.overlay(inside, skin, OverlayNG.INTERSECTION));
            }
        }
        var views = new HashMap<String, Geometry>();
        painted.forEach((view, areas) -> {
            var area = UnaryUnionOp.union(areas);
            if (area != null && !area.isEmpty()) {
                views.put(view, area);
            }
        });
        return new Area(views);
    }

    private Map<String, List<Geometry>> home(Place place) {
        var faces = on(FACES, place);
        return faces.isEmpty() ? on(SIDES, place) : faces;
    }

    private Map<String, List<Geometry>> on(List<String> views, Place place) {
        var found = new HashMap<String, List<Geometry>>();
        for (var id : views) {
            atlas.view(id).stream()
                    .flatMap(view -> view.zones().stream())
                    .filter(shape -> shape.zone().equals(place.zone()) && meant(place.side(), shape.side()))
                    .forEach(shape ->
                            found.computeIfAbsent(id, _ -> new ArrayList<>()).add(Outlines.of(shape.path())));
        }
        return found;
    }

    private static boolean meant(Laterality marked, Laterality drawn) {
        return marked == drawn || marked == Laterality.B || marked == Laterality.M || drawn == Laterality.M;
    }
}
