package org.needlepoint.charting.examination.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One view of the body without its skin, with the patient's drawing over it.
///
/// @param box     an SVG view box, in mm
/// @param layers  muscles by their place from the skin; the first are those that show with the skin taken off
/// @param touched the chosen structure's shape, and where a needle was asked about
record Figure(
        String view,
        String label,
        String box,
        String skin,
        String bone,
        List<Tab> tabs,
        List<Layer> layers,
        List<Shape> hazards,
        List<Named> landmarks,
        List<Painted> painted,
        Touched touched) {

    /// A view to change to.
    ///
    /// @param marked whether the patient marked anything on it
    record Tab(String view, String label, boolean current, boolean marked) {}

    /// Muscles of a layer.
    ///
    /// @param depth 1 for what shows with the skin off; 2, 3 and 4 for what is covered, 4 for all that lies deeper
    record Layer(int depth, List<Shape> shapes) {}

    /// A structure's shape.
    ///
    /// @param kind  as styles name it: `artery`
    /// @param basis `measured`, `constructed` or `modelled`
    record Shape(String id, String label, String path, String kind, String basis) {}

    /// A landmark for the hand.
    record Named(String label, double x, double y) {}

    /// What the patient marked.
    ///
    /// @param level `none`, `mild`, `moderate` or `severe`: the pattern
    record Painted(String path, String level) {}

    /// What is chosen on the figure.
    ///
    /// @param x of the needle's point, in mm; null when none was asked about
    record Touched(
            @Nullable String path,
            @Nullable Double x,
            @Nullable Double y) {}
}
