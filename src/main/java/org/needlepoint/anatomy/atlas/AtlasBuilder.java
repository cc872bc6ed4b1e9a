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
        var muscles = map.muscles().entrySet().stream()
                .map(entry -> new MuscleShapes(
                        entry.getKey(),
                        entry.getValue().structures() == null
                                ? List.of()
                                : entry.getValue().structures(),
                        entry.getValue().constructed() == null ? Basis.MEASURED : Basis.CONSTRUCTED,
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
            var drawn = joined.drawn(view);
            if (drawn != null) {
                neighbourhood.add(muscle, drawn, 1, zones);
            }
            var shapes = shapes(joined, view);
            var layer = layer(shapes);
            var nearest = WRITTEN.stream()
                    .mapToDouble(each -> layer(shapes(joined, each)))
                    .min()
                    .orElse(layer);
            // From another side the same muscle is seen through the body: a zone there does not lie over it.
            if (!shapes.isEmpty() && layer <= nearest + 1) {
                neighbourhood.add(muscle, outline(shapes), layer, zones);
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

    /// As high as the others, so that all views keep one scale; as wide as the figure.
    private static String cut(String skin) {
        var box = Outlines.of(skin).getEnvelopeInternal();
        return Math.round(box.getMinX() - MARGIN) + " 0 " + Math.round(box.getWidth() + 2 * MARGIN) + " 1740";
    }

    private static ZoneShape shape(String zone, Laterality side, Geometry area) {
        var inside = area.getInteriorPoint().getCoordinate();
        return new ZoneShape(
                zone,
                side,
                Outlines.path(area),
                Math.round(inside.x),
                Math.round(inside.y),
                Math.round(area.getArea() / MM2_IN_CM2 * 10) / 10.0,
                Basis.MEASURED);
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
