package org.needlepoint.frontdoor.library;

import java.util.List;
import java.util.Locale;

/// Places drawn on the body, on the right half for what has sides; only the views on which something is drawn.
public record Drawing(List<View> views) {
    /// How a place stands in a pattern; of two for one place the earlier counts.
    public enum Kind {
        MUSCLE,
        MUSCLE_CONSTRUCTED,
        HERE,
        OFTEN,
        SOMETIMES,
        UNCHECKED;

        /// As the page's patterns and classes are named: `often`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// A view of the body.
    ///
    /// @param id   `front`, as its picture is named
    /// @param name in words
    /// @param box  an SVG view box, in mm
    /// @param skin the outline, an SVG path
    public record View(String id, String name, String box, String skin, List<Shape> shapes) {}

    /// A place on a view.
    ///
    /// @param path an SVG path
    public record Shape(String path, Kind kind) {}

    /// Whether the muscle itself is drawn, not only where its pain is felt.
    public boolean showsMuscle() {
        return kinds().contains(Kind.MUSCLE) || kinds().contains(Kind.MUSCLE_CONSTRUCTED);
    }

    /// The kinds that are drawn, for the legend.
    public List<Kind> kinds() {
        return views.stream()
                .flatMap(view -> view.shapes().stream())
                .map(Shape::kind)
                .distinct()
                .sorted()
                .toList();
    }
}
