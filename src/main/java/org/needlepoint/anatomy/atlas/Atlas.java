package org.needlepoint.anatomy.atlas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.Laterality;
import tools.jackson.databind.json.JsonMapper;

/// The one geometry of the body: views, the outlines of zones on them, and where muscles lie against the zones. Units
/// are mm on the figure of one adult body; see `docs/reference/body-map.md`.
public final class Atlas {
    private static final String RESOURCE = "/bodymap/atlas.json";

    private final Compiled compiled;
    private final Map<Place, Double> areas = new HashMap<>();
    private final double bodyCm2;
    private final Map<String, ViewShapes> shapes = new ConcurrentHashMap<>();

    /// What a shape rests on.
    public enum Basis {
        MEASURED,
        CONSTRUCTED,
        MODELLED
    }

    /// A view of the body, or a close-up of a part of one.
    ///
    /// @param id   `front`, `back`, `left`, `right`, or a close-up such as `palm-r`
    /// @param box  an SVG view box, cut to the figure
    /// @param skin the outline, an SVG path
    /// @param of   for a close-up, which view it enlarges
    public record View(
            String id, String box, String skin, @Nullable String of, List<ZoneShape> zones) {
        public View {
            zones = List.copyOf(zones);
        }
    }

    /// A zone on a view.
    ///
    /// @param side    the patient's own left or right; midline for a zone without sides
    /// @param path    an SVG path, to be filled by the even-odd rule
    /// @param x       of a point well inside
    /// @param areaCm2 as seen on the view
    public record ZoneShape(
            String zone, Laterality side, String path, double x, double y, double areaCm2, Basis basis) {}

    /// A zone on one side; midline for a zone without sides.
    public record Place(String zone, Laterality side) {}

    /// A muscle below, or close beside, a zone of the same side.
    ///
    /// @param ofZone   share of the zone's area that lies over the muscle, 0 to 1
    /// @param ofMuscle share of the muscle's area that lies under the zone, 0 to 1
    /// @param rim      the same share when the muscle is drawn 8 mm wider, at least `ofMuscle`
    /// @param layer    rank from the skin, 1 is outermost
    public record Near(String muscle, String zone, double ofZone, double ofMuscle, double rim, double layer) {}

    /// Where a muscle is on the map.
    ///
    /// @param structures ids of the map's structures on the patient's right; empty when drawn by us or absent
    /// @param absent     why the map does not show it; null when it does
    public record MuscleShapes(
            String muscle,
            List<String> structures,
            Basis basis,
            @Nullable String absent) {
        public MuscleShapes {
            structures = List.copyOf(structures);
        }
    }

    /// What the build wrote.
    record Compiled(
            String version,
            List<View> views,
            List<Near> near,
            Map<String, Set<String>> beside,
            List<MuscleShapes> muscles) {
        Compiled {
            views = List.copyOf(views);
            near = List.copyOf(near);
            beside = java.util.Collections.unmodifiableMap(new TreeMap<>(beside));
            muscles = List.copyOf(muscles);
        }
    }

    Atlas(Compiled compiled) {
        this.compiled = compiled;
        for (var view : compiled.views()) {
            view.zones().forEach(zone -> areas.merge(new Place(zone.zone(), zone.side()), zone.areaCm2(), Math::max));
        }
        this.bodyCm2 = areas.values().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .sum();
    }

    /// The atlas that the build put beside the classes.
    public static Atlas load() {
        try (var in = Atlas.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the build left no " + RESOURCE);
            }
            return new Atlas(JsonMapper.shared().readValue(in, Compiled.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Of the shapes: changes whenever one of them does. Marks keep it.
    public String version() {
        return compiled.version();
    }

    /// Front, back, left and right, then the close-ups.
    public List<View> views() {
        return compiled.views();
    }

    /// The view with an id.
    public Optional<View> view(String id) {
        return compiled.views().stream().filter(view -> view.id().equals(id)).findFirst();
    }

    /// Which zones a freehand shape covers. A shape that crosses itself is mended; what lies off the body is cut away.
    ///
    /// @param polygon its corners as `{x, y}` in mm of the view; the last joins the first
    public Covering covering(String view, List<double[]> polygon) {
        var found = view(view);
        if (found.isEmpty()) {
            return new Covering.Refused(Covering.Fault.UNKNOWN_VIEW);
        }
        if (polygon.size() < 3) {
            return new Covering.Refused(Covering.Fault.TOO_FEW_POINTS);
        }
        if (polygon.stream()
                .anyMatch(point -> point.length != 2 || !Double.isFinite(point[0]) || !Double.isFinite(point[1]))) {
            return new Covering.Refused(Covering.Fault.NOT_NUMBERS);
        }
        return shapes.computeIfAbsent(view, _ -> new ViewShapes(found.get())).covered(polygon);
    }

    /// The zone in which a point of a view lies; empty off the body.
    public Optional<Place> zoneAt(String view, double x, double y) {
        return view(view)
                .flatMap(found ->
                        shapes.computeIfAbsent(view, _ -> new ViewShapes(found)).zoneAt(x, y));
    }

    /// The area of a zone on one side as the view shows it that shows most of it, in cm2; 0 when no view shows it.
    public double areaCm2(String zone, Laterality side) {
        return areas.getOrDefault(new Place(zone, side), 0.0);
    }

    /// The area of all zones of the body, in cm2.
    public double bodyCm2() {
        return bodyCm2;
    }

    /// Which muscles lie where; one entry for a muscle and a zone.
    public List<Near> near() {
        return compiled.near();
    }

    /// For each zone those that border on it.
    public Map<String, Set<String>> beside() {
        return compiled.beside();
    }

    /// Where a muscle is on the map.
    public Optional<MuscleShapes> muscle(String id) {
        return compiled.muscles().stream()
                .filter(shapes -> shapes.muscle().equals(id))
                .findFirst();
    }
}
