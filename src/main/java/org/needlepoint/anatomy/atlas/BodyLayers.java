package org.needlepoint.anatomy.atlas;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.needlepoint.shared.Laterality;

/// The figures of the reference body under the skin, for practitioners: muscles by layer, what a needle should not
/// meet, bones, and landmarks for the hand. Read from `bodymap/` when first asked for, then held.
public final class BodyLayers {
    private final Map<String, Layers> views;

    BodyLayers(Map<String, Layers> views) {
        this.views = Map.copyOf(views);
    }

    /// A view without its skin. Paths are SVG, in mm of the view, to be filled by the even-odd rule.
    ///
    /// @param muscles what is covered before what covers it, so that they can be drawn in this order
    public record Layers(String view, String bone, List<Shape> muscles, List<Shape> hazards, List<Landmark> landmarks) {
        public Layers {
            muscles = List.copyOf(muscles);
            hazards = List.copyOf(hazards);
            landmarks = List.copyOf(landmarks);
        }

        /// The shape of a structure; empty when it cannot be seen on this view, nor behind what can.
        public Optional<Shape> shape(String structure) {
            return Stream.concat(muscles.stream(), hazards.stream())
                    .filter(shape -> shape.structure().id().equals(structure))
                    .findFirst();
        }
    }

    /// A structure on a view.
    ///
    /// @param visible what of it shows with the skin taken off; null when it is covered wholly
    /// @param outline all of it, where it is covered wholly or in part; null when it is not
    /// @param layer   its place counted from the skin, as a rule: 1 is the outermost; 0 for what is no muscle
    public record Shape(
            Structure structure,
            @Nullable String visible,
            @Nullable String outline,
            int layer) {

        /// All of it.
        public String whole() {
            return outline != null ? outline : visible != null ? visible : "";
        }
    }

    /// A bone that a hand can find.
    public record Landmark(String name, Laterality side, double x, double y) {
        /// The name as a key of messages writes it: `greater-trochanter`.
        public String nameKey() {
            return Structure.key(name);
        }
    }

    /// A point well inside a structure, on the view that shows most of it.
    ///
    /// @param x mm of the view, to the right
    /// @param y mm of the view, down
    public record Middle(String view, double x, double y) {}

    private static final class OfReferenceBody {
        static final BodyLayers LAYERS = new ReferenceBody().layers();
    }

    /// Of the reference body that the build put beside the classes.
    public static BodyLayers ofReferenceBody() {
        return OfReferenceBody.LAYERS;
    }

    /// A view's layers; empty for an unknown view, and for a close-up.
    public Optional<Layers> view(String id) {
        return Optional.ofNullable(views.get(id));
    }

    /// Where the largest of some structures can be marked; what shows of one counts before what is covered. Empty when
    /// none of them is drawn.
    public Optional<Middle> middle(Collection<String> structures) {
        return views.entrySet().stream()
                .flatMap(view -> structures.stream()
                        .flatMap(id -> view.getValue().shape(id).stream())
                        .map(shape -> seen(view.getKey(), shape)))
                .filter(seen -> !seen.area().isEmpty())
                .max(Comparator.comparing(Seen::shows)
                        .thenComparingDouble(seen -> seen.area().getArea()))
                .map(seen -> {
                    var point = seen.area().getInteriorPoint();
                    return new Middle(seen.view(), Math.round(point.getX()), Math.round(point.getY()));
                });
    }

    private record Seen(String view, boolean shows, Geometry area) {}

    private static Seen seen(String view, Shape shape) {
        var shows = shape.visible() != null;
        return new Seen(view, shows, Outlines.of(shape.visible() == null ? shape.whole() : shape.visible()));
    }

    /// A structure that is drawn on some view.
    public Optional<Structure> structure(String id) {
        return views.values().stream()
                .flatMap(view -> view.shape(id).stream())
                .map(Shape::structure)
                .findFirst();
    }
}
