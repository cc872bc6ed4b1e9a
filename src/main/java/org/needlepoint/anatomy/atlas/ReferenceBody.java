package org.needlepoint.anatomy.atlas;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.needlepoint.anatomy.atlas.Atlas.Basis;
import org.needlepoint.anatomy.atlas.BodyLayers.Landmark;
import org.needlepoint.anatomy.atlas.BodyLayers.Layers;
import org.needlepoint.anatomy.atlas.BodyLayers.Shape;
import org.needlepoint.anatomy.atlas.NeedleSite.Direction;
import org.needlepoint.anatomy.atlas.Structure.Kind;
import org.needlepoint.shared.Laterality;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads shapes and measured lines out of the data folder's files, as `bodymap/README.md` describes them.
final class ReferenceBody {
    private static final String BONE = "bone:";
    private static final Map<String, Direction> DIRECTIONS = Map.of(
            "perpendicular to skin", Direction.PERPENDICULAR,
            "horizontal, back to front", Direction.FORWARD,
            "45 degrees caudad", Direction.FORWARD_AND_DOWN,
            "30 degrees cephalad", Direction.TANGENTIAL_UPWARD);

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final Map<String, Structure> structures = new HashMap<>();

    private record MapFile(Map<String, Named> structures, Map<String, View> views) {}

    private record View(String bone, Map<String, Drawn> muscles, Map<String, Drawn> hazards, List<Place> landmarks) {}

    private record Drawn(
            @Nullable String v,
            @Nullable String o,
            @Nullable Integer layer) {
        int depth() {
            return layer == null ? 0 : layer;
        }
    }

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"name", "side", "x", "y"})
    private record Place(String name, String side, double x, double y) {}

    private record Named(String name, String side, String kind, String basis) {}

    private record GridFile(List<String> ids, Map<String, int[][]> views) {}

    private record SitesFile(List<Site> sites) {}

    private record Site(
            String site,
            String target,
            String view,
            double x,
            double y,
            String direction,
            List<Met> near,
            List<Met> path) {}

    /// A structure on or beside a line, with two figures in mm that nobody needs here.
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"id", "first", "second"})
    private record Met(String id, double first, double second) {}

    NeedleEye needleEye() {
        map();
        var grid = file("needlegrid.json", GridFile.class);
        var numbered = grid.ids().stream().map(this::structure).toList();
        var grids = new HashMap<String, NeedleGrid>();
        grid.views().forEach((view, rows) -> grids.put(view, new NeedleGrid(view, numbered, rows)));
        var sites = file("sites.json", SitesFile.class).sites().stream()
                .map(this::site)
                .toList();
        return new NeedleEye(grids, sites);
    }

    BodyLayers layers() {
        var views = new HashMap<String, Layers>();
        map().views()
                .forEach((id, view) -> views.put(
                        id,
                        new Layers(
                                id,
                                view.bone(),
                                shapes(view.muscles()),
                                shapes(view.hazards()),
                                view.landmarks().stream()
                                        .map(place ->
                                                new Landmark(place.name(), side(place.side()), place.x(), place.y()))
                                        .toList())));
        return new BodyLayers(views);
    }

    private List<Shape> shapes(Map<String, Drawn> drawn) {
        return drawn.entrySet().stream()
                .map(each -> new Shape(
                        structure(each.getKey()),
                        each.getValue().v(),
                        each.getValue().o(),
                        each.getValue().depth()))
                .sorted(Comparator.comparingInt(Shape::layer)
                        .reversed()
                        .thenComparing(shape -> shape.structure().id()))
                .toList();
    }

    private MapFile map() {
        var map = file("bodymap.json", MapFile.class);
        map.structures()
                .forEach((id, named) -> structures.put(
                        id,
                        new Structure(
                                id,
                                named.name(),
                                side(named.side()),
                                Kind.valueOf(named.kind().toUpperCase(Locale.ROOT)),
                                basis(named.basis()))));
        return map;
    }

    private <T> T file(String name, Class<T> type) {
        try (var in = Objects.requireNonNull(
                ReferenceBody.class.getResourceAsStream("/bodymap/" + name), () -> "no bodymap/" + name)) {
            return json.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Structure structure(String id) {
        if (id.startsWith(BONE)) {
            return bone(id);
        }
        return Objects.requireNonNull(structures.get(id), () -> "no structure " + id);
    }

    /// Bones are in the grid alone, by their names: `bone:right scapula`, `bone:distal phalanx of left big toe`.
    private static Structure bone(String id) {
        var name = id.substring(BONE.length());
        var side = Laterality.M;
        if (name.matches("(.* )?right .*")) {
            side = Laterality.R;
        } else if (name.matches("(.* )?left .*")) {
            side = Laterality.L;
        }
        return new Structure(id, name.replaceFirst("\\b(left|right) ", ""), side, Kind.BONE, Basis.MEASURED);
    }

    private static Laterality side(@Nullable String word) {
        return "left".equals(word) ? Laterality.L : "right".equals(word) ? Laterality.R : Laterality.M;
    }

    private static Basis basis(String word) {
        return word.startsWith("measured") ? Basis.MEASURED : Basis.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private NeedleSite site(Site site) {
        var direction = Objects.requireNonNull(
                DIRECTIONS.get(site.direction()), () -> "no word for the direction " + site.direction());
        var target = structure(site.target());
        return new NeedleSite(
                slug(site.site(), direction),
                target.side(),
                direction,
                target,
                new NeedleLine(site.view(), site.x(), site.y(), structures(site.path()), structures(site.near())));
    }

    private List<Structure> structures(List<Met> met) {
        return met.stream().map(each -> structure(each.id())).distinct().toList();
    }

    private static String slug(String name, Direction direction) {
        var words = direction == Direction.PERPENDICULAR
                ? name
                : name.substring(0, name.indexOf(',')) + " " + direction.word();
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
