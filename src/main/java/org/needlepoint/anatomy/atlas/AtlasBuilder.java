package org.needlepoint.anatomy.atlas;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.needlepoint.anatomy.atlas.Atlas.Basis;
import org.needlepoint.anatomy.atlas.Atlas.MuscleShapes;
import org.needlepoint.anatomy.atlas.Atlas.View;
import org.needlepoint.anatomy.atlas.Atlas.ZoneShape;
import org.needlepoint.anatomy.atlas.MapFile.MeasuredMuscle;
import org.needlepoint.shared.Laterality;
import tools.jackson.databind.json.JsonMapper;

/// Turns the measured map and our division of it into the one geometry that all pages and the pain locator use.
public final class AtlasBuilder {
    private static final List<String> WRITTEN = List.of("front", "back", "right");
    private static final double MARGIN = 12;
    private static final double MM2_IN_CM2 = 100;
    private static final int VERSION_DIGITS = 12;

    private final MapFile map;
    private final Map<String, Boolean> sideable;
    private final Neighbourhood neighbourhood = new Neighbourhood();

    private AtlasBuilder(MapFile map, Map<String, Boolean> sideable) {
        this.map = map;
        this.sideable = sideable;
    }

    /// The atlas of a folder with the measured map, as JSON that [Atlas#load] reads.
    ///
    /// @param sideable every zone from head to foot, and whether there is one on each side
    /// @throws IllegalStateException naming what breaks a rule
    public static String build(Path folder, Map<String, Boolean> sideable) throws IOException {
        var compiled = new AtlasBuilder(MapFile.read(folder), sideable).compile();
        return JsonMapper.shared().writeValueAsString(compiled);
    }

    private Atlas.Compiled compile() {
        var views = new ArrayList<View>();
        for (var view : WRITTEN) {
            var zones = divided(view);
            neighbourhood.border(zones);
            neighbours(view, zones);
            views.add(view(view, zones));
            if (view.equals("right")) {
                views.add(views.size() - 1, view("left", zones));
            }
        }
        map.closeUps().forEach((id, closeUp) -> closeUps(id, closeUp, views));
        map.drawn().forEach((id, drawn) -> drawn(id, drawn, views));
        var muscles = map.muscles().entrySet().stream()
                .map(entry -> new MuscleShapes(
                        entry.getKey(),
                        entry.getValue().structures() == null
                                ? List.of()
                                : entry.getValue().structures(),
                        entry.getValue().structures() == null
                                        && entry.getValue().constructed() != null
                                ? Basis.CONSTRUCTED
                                : Basis.MEASURED,
                        entry.getValue().absent()))
                .toList();
        return new Atlas.Compiled(version(views), views, neighbourhood.near(), neighbourhood.beside(), muscles);
    }

    /// The zones of a view on the patient's right, inside the skin.
    private Map<String, Geometry> divided(String view) {
        var measured = measured(view);
        var areas = new LinkedHashMap<String, Geometry>();
        measured.regions().forEach((id, area) -> {
            if (id.endsWith("-r")) {
                areas.put(id.substring(0, id.length() - 2), Outlines.of(area.p()));
            }
        });
        var skin = Outlines.of(measured.skin());
        var zones = new LinkedHashMap<String, Geometry>();
        ZoneDivision.divide(areas, map.division().getOrDefault(view, Map.of()))
                .forEach((zone, area) -> zones.put(zone, Outlines.shared(area, skin)));
        zones.values().removeIf(Geometry::isEmpty);
        return zones;
    }

    private MapFile.MeasuredView measured(String view) {
        var measured = map.views().get(view);
        if (measured == null) {
            throw new IllegalStateException("bodymap.json has no view " + view);
        }
        return measured;
    }

    private void neighbours(String view, Map<String, Geometry> zones) {
        map.muscles().forEach((muscle, joined) -> {
            var parts = new ArrayList<Geometry>();
            var drawn = joined.drawn(view);
            if (drawn != null) {
                parts.add(drawn);
            }
            var shapes = shapes(joined, view);
            var layer = layer(shapes);
            var nearest = WRITTEN.stream()
                    .mapToDouble(each -> layer(shapes(joined, each)))
                    .min()
                    .orElse(layer);
            // From another side the same muscle is seen through the body: a zone there does not lie over it.
            if (!shapes.isEmpty() && layer <= nearest + 1) {
                parts.add(outline(shapes));
            }
            if (!parts.isEmpty()) {
                neighbourhood.add(muscle, UnaryUnionOp.union(parts), shapes.isEmpty() ? 1 : layer, zones);
            }
        });
    }

    private List<MeasuredMuscle> shapes(MapFile.Joined joined, String view) {
        var muscles = measured(view).muscles();
        return (joined.structures() == null ? List.<String>of() : joined.structures())
                .stream()
                        .map(structure -> muscles.get(structure + "-r"))
                        .filter(Objects::nonNull)
                        .toList();
    }

    private static double layer(List<MeasuredMuscle> shapes) {
        return shapes.stream().mapToDouble(MeasuredMuscle::layer).min().orElse(Double.MAX_VALUE);
    }

    private static Geometry outline(List<MeasuredMuscle> shapes) {
        return UnaryUnionOp.union(shapes.stream()
                .flatMap(shape -> Stream.of(shape.v(), shape.o()))
                .filter(Objects::nonNull)
                .map(Outlines::of)
                .toList());
    }

    private View view(String id, Map<String, Geometry> zones) {
        var skin = measured(id).skin();
        var body = Outlines.of(skin);
        var shapes = new ArrayList<ZoneShape>();
        sideable.forEach((zone, sides) -> {
            var right = zones.get(zone);
            if (right == null) {
                return;
            }
            if (id.equals("left")) {
                shapes.add(shape(
                        zone,
                        sides ? Laterality.L : Laterality.M,
                        Outlines.shared(Outlines.mirrored(right, id), body)));
            } else if (id.equals("right")) {
                shapes.add(shape(zone, sides ? Laterality.R : Laterality.M, right));
            } else if (sides) {
                shapes.add(shape(zone, Laterality.R, right));
                shapes.add(shape(zone, Laterality.L, Outlines.shared(Outlines.mirrored(right, id), body)));
            } else {
                var both = right.buffer(2)
                        .union(Outlines.mirrored(right, id).buffer(2))
                        .buffer(-2);
                shapes.add(shape(zone, Laterality.M, both));
            }
        });
        var side = id.equals("left") || id.equals("right");
        return new View(id, side ? cut(skin) : "0 0 700 1740", skin, null, shapes);
    }

    /// A close-up, and its mirror image when it is of one side.
    private static void closeUps(String id, MapFile.CloseUp closeUp, List<View> views) {
        var box = new Envelope(
                closeUp.box().get(0),
                closeUp.box().get(0) + closeUp.box().get(2),
                closeUp.box().get(1),
                closeUp.box().get(1) + closeUp.box().get(3));
        views.add(part(id, find(views, closeUp.of()), box));
        if (id.endsWith("-r")) {
            var mirrored = Outlines.mirrored(Outlines.GEOMETRY.toGeometry(box), closeUp.of());
            var other = closeUp.of().equals("right") ? "left" : closeUp.of();
            views.add(part(id.substring(0, id.length() - 1) + "l", find(views, other), mirrored.getEnvelopeInternal()));
        }
    }

    private static View find(List<View> views, String id) {
        return views.stream()
                .filter(view -> view.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("zones.yaml: no view " + id + " to enlarge"));
    }

    private static View part(String id, View view, Envelope box) {
        var here = view.zones().stream()
                .filter(zone -> box.contains(zone.x(), zone.y()))
                .toList();
        return new View(id, Outlines.box(box), view.skin(), view.id(), here);
    }

    /// A view that only we have drawn, and its mirror image.
    private void drawn(String id, MapFile.Drawn drawn, List<View> views) {
        var outline = drawn.outlined();
        var zones = new LinkedHashMap<String, Geometry>();
        var whole = outline;
        for (var stroke : drawn.strokes().entrySet()) {
            var area = UnaryUnionOp.union(
                    stroke.getValue().stream().map(MapFile.Stroke::area).toList());
            zones.put(stroke.getKey(), Outlines.rounded(area.difference(whole.buffer(1)), 1));
            whole = whole.union(area);
        }
        zones.putAll(ZoneDivision.divide(Map.of(id, outline), Map.of(id, drawn.lines())));
        neighbourhood.border(zones);
        var box = drawn.box();
        var middle = box.get(0) + box.get(2) / 2;
        var sides = id.substring(0, id.length() - 1);
        views.add(drawn(id, box, whole, zones, Laterality.R));
        var turned = new LinkedHashMap<String, Geometry>();
        zones.forEach((zone, area) -> turned.put(zone, Outlines.mirrored(area, middle)));
        views.add(drawn(sides + "l", box, Outlines.mirrored(whole, middle), turned, Laterality.L));
    }

    private View drawn(String id, List<Double> box, Geometry whole, Map<String, Geometry> zones, Laterality side) {
        var shapes = sideable.keySet().stream()
                .filter(zones::containsKey)
                .map(zone -> shape(zone, side, Objects.requireNonNull(zones.get(zone)), Basis.CONSTRUCTED))
                .toList();
        var frame = new Envelope(box.get(0), box.get(0) + box.get(2), box.get(1), box.get(1) + box.get(3));
        return new View(id, Outlines.box(frame), Outlines.path(whole), null, shapes);
    }

    /// As high as the others, so that all views keep one scale; as wide as the figure.
    private static String cut(String skin) {
        var box = Outlines.of(skin).getEnvelopeInternal();
        return Math.round(box.getMinX() - MARGIN) + " 0 " + Math.round(box.getWidth() + 2 * MARGIN) + " 1740";
    }

    private static ZoneShape shape(String zone, Laterality side, Geometry area) {
        return shape(zone, side, area, Basis.MEASURED);
    }

    private static ZoneShape shape(String zone, Laterality side, Geometry area, Basis basis) {
        var inside = area.getInteriorPoint().getCoordinate();
        return new ZoneShape(
                zone,
                side,
                Outlines.path(area),
                Math.round(inside.x),
                Math.round(inside.y),
                Math.round(area.getArea() / MM2_IN_CM2 * 10) / 10.0,
                basis);
    }

    private static String version(List<View> views) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var view : views) {
                digest.update(view.skin().getBytes(StandardCharsets.UTF_8));
                view.zones().forEach(zone -> digest.update(zone.path().getBytes(StandardCharsets.UTF_8)));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
