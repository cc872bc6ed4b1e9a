package org.needlepoint.anatomy.atlas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.Muscle;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.anatomy.Pattern;
import org.needlepoint.shared.Laterality;

/// Made-up drawings of muscles that hurt, with what people do to a drawing. The model was written down before the
/// locator was tuned (`docs/explanation/pain-locator.md`) and shares nothing with it but the knowledge and the map:
/// shapes are drawn, moved and cut as shapes, and become marks only then.
final class SimulatedDrawings {
    // How a muscle is felt.
    private static final double AROUND_TOO = 0.5;
    private static final double PRIMARY = 0.8;
    private static final double SPILLOVER = 0.3;

    // What people do to it.
    private static final double SHIFT_MM = 12;
    private static final double SHIFT_OF_SIZE = 0.12;
    private static final double SMALLEST = 0.7;
    private static final double LARGEST = 1.25;
    private static final double HALF_FILLED = 0.2;
    private static final double EXTRA_MARK = 0.1;
    private static final double COUNTS = 0.15;
    private static final double DISC_MM = 28;
    private static final double DISC_OF_SIZE = 0.5;

    private final Atlas atlas = Atlas.load();
    private final List<Muscle> muscles;
    private final Map<String, List<Shape>> places = new HashMap<>();
    private final Map<String, Shape> zones = new LinkedHashMap<>();
    private final Random random;

    /// A shape on a view.
    private record Shape(String view, Geometry area) {}

    SimulatedDrawings(Knowledge knowledge, long seed) {
        this.random = new Random(seed);
        readPlaces();
        for (var view : atlas.views()) {
            for (var zone : view.zones()) {
                if (zone.side() != Laterality.L) {
                    var shape = new Shape(view.id(), Outlines.of(zone.path()));
                    zones.merge(
                            zone.zone(),
                            shape,
                            (one, other) -> one.area().getArea() >= other.area().getArea() ? one : other);
                }
            }
        }
        this.muscles = knowledge.muscles().stream()
                .filter(muscle -> !muscle.patterns().isEmpty() || places.containsKey(muscle.id()))
                .toList();
    }

    private void readPlaces() {
        try {
            var map = MapFile.read(Path.of("bodymap"));
            map.muscles()
                    .forEach((muscle, joined) -> Stream.of("front", "back", "right")
                            .forEach(view -> {
                                var drawn = joined.drawn(view);
                                var area = drawn == null ? measured(map, joined, view) : drawn;
                                if (area != null
                                        && atlas.near().stream()
                                                .anyMatch(near -> near.muscle().equals(muscle))) {
                                    places.computeIfAbsent(muscle, _ -> new ArrayList<>())
                                            .add(new Shape(view, area));
                                }
                            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is seen of a muscle on a view with the skin off, or all of it where nothing is.
    private static @Nullable Geometry measured(MapFile map, MapFile.Joined joined, String view) {
        var shapes = (joined.structures() == null ? List.<String>of() : joined.structures())
                .stream()
                        .map(id -> Objects.requireNonNull(map.views().get(view))
                                .muscles()
                                .get(id + "-r"))
                        .filter(shape -> shape != null && shape.layer() <= 3)
                        .map(shape -> Outlines.of(shape.o() == null ? Objects.requireNonNull(shape.v()) : shape.o()))
                        .toList();
        return shapes.isEmpty() ? null : UnaryUnionOp.union(shapes);
    }

    /// A muscle of the body, each as likely as any other.
    Muscle anyMuscle() {
        return muscles.get(random.nextInt(muscles.size()));
    }

    /// Another muscle: of the same part of the body every other time.
    Muscle another(Muscle than) {
        var near = random.nextBoolean();
        while (true) {
            var other = anyMuscle();
            if (!other.id().equals(than.id()) && (!near || other.region().equals(than.region()))) {
                return other;
            }
        }
    }

    /// The marks of some muscles of the right side; at least one.
    List<Mark> drawing(Muscle... active) {
        var painted = new HashMap<String, Mark>();
        while (painted.isEmpty()) {
            for (var muscle : active) {
                var intensity = 3 + random.nextInt(7);
                var shapes = felt(muscle);
                shapes.forEach(shape -> paint(distorted(shape), intensity, painted));
            }
            if (random.nextDouble() < EXTRA_MARK) {
                var all = List.copyOf(zones.values());
                paint(distorted(disc(all.get(random.nextInt(all.size())))), 3 + random.nextInt(4), painted);
            }
        }
        return List.copyOf(painted.values());
    }

    private List<Shape> felt(Muscle muscle) {
        var shapes = new ArrayList<Shape>();
        var place = places.get(muscle.id());
        var points = muscle.patterns().stream().map(Pattern::point).distinct().toList();
        if (points.isEmpty()) {
            shapes.add(disc(Objects.requireNonNull(place).get(random.nextInt(place.size()))));
            return shapes;
        }
        var point = points.get(random.nextInt(points.size()));
        while (shapes.isEmpty()) {
            for (var pattern : muscle.patterns()) {
                var often = pattern.strength() == Pattern.Strength.PRIMARY ? PRIMARY : SPILLOVER;
                var shape = zones.get(pattern.zone());
                if (Objects.equals(pattern.point(), point) && shape != null && random.nextDouble() < often) {
                    shapes.add(shape);
                }
            }
            if (muscle.patterns().stream().noneMatch(pattern -> zones.containsKey(pattern.zone()))) {
                break;
            }
        }
        if (place != null && random.nextDouble() < AROUND_TOO) {
            shapes.add(disc(place.get(random.nextInt(place.size()))));
        }
        return shapes;
    }

    /// A disc around some point of a shape.
    private Shape disc(Shape of) {
        var box = of.area().getEnvelopeInternal();
        while (true) {
            var point = Outlines.GEOMETRY.createPoint(new Coordinate(
                    box.getMinX() + random.nextDouble() * box.getWidth(),
                    box.getMinY() + random.nextDouble() * box.getHeight()));
            if (of.area().contains(point)) {
                return new Shape(of.view(), point.buffer(Math.min(DISC_MM, DISC_OF_SIZE * size(of.area()))));
            }
        }
    }

    private Shape distorted(Shape shape) {
        var middle = shape.area().getCentroid().getCoordinate();
        var scale = SMALLEST + random.nextDouble() * (LARGEST - SMALLEST);
        var shift = Math.min(SHIFT_MM, SHIFT_OF_SIZE * size(shape.area()));
        var moved = AffineTransformation.scaleInstance(scale, scale, middle.x, middle.y)
                .translate(random.nextGaussian() * shift, random.nextGaussian() * shift)
                .transform(shape.area());
        return new Shape(shape.view(), random.nextDouble() < HALF_FILLED ? half(moved) : moved);
    }

    /// Small places are painted enlarged, so what goes wrong there is smaller too.
    private static double size(Geometry area) {
        return Math.sqrt(area.getArea());
    }

    private Geometry half(Geometry area) {
        var middle = area.getCentroid().getCoordinate();
        var angle = random.nextDouble() * 2 * Math.PI;
        var far = 3000.0;
        var x = Math.cos(angle);
        var y = Math.sin(angle);
        var plane = Outlines.inside(List.of(
                new Coordinate(middle.x - y * far, middle.y + x * far),
                new Coordinate(middle.x + y * far, middle.y - x * far),
                new Coordinate(middle.x + y * far + x * far, middle.y - x * far + y * far),
                new Coordinate(middle.x - y * far + x * far, middle.y + x * far + y * far)));
        return Outlines.shared(area, plane);
    }

    private void paint(Shape shape, int intensity, Map<String, Mark> into) {
        for (var i = 0; i < shape.area().getNumGeometries(); i++) {
            var polygon = Arrays.stream(shape.area().getGeometryN(i).getCoordinates())
                    .map(corner -> new double[] {corner.x, corner.y})
                    .toList();
            if (atlas.covering(shape.view(), polygon) instanceof Covering.Zones(var shares)) {
                shares.forEach((place, share) -> {
                    if (share >= COUNTS) {
                        into.put(place.zone() + place.side(), new Mark(place.zone(), place.side(), intensity));
                    }
                });
            }
        }
    }
}
