package org.needlepoint.frontdoor.library;

import java.util.regex.Pattern;

/// How far shapes reach on a view, so that a small place is shown large. Reads the paths of the atlas: `M` with a
/// point, then `l` with steps.
final class Frame {
    private static final Pattern PART = Pattern.compile("[Mlz]|-?\\d+(?:\\.\\d+)?");
    private static final double FIGURE = 1740;
    private static final double MARGIN = 110;
    private static final double LEAST = 520;
    private static final double WHOLE_FROM = 1000;
    private static final double WIDTH_OF_HEIGHT = 0.56;

    private double left = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;
    private double top = Double.POSITIVE_INFINITY;
    private double bottom = Double.NEGATIVE_INFINITY;

    /// Takes in a shape.
    Frame with(String path) {
        var parts = PART.matcher(path);
        var command = 'M';
        var x = 0.0;
        var y = 0.0;
        var across = Double.NaN;
        while (parts.find()) {
            var part = parts.group();
            if (Character.isLetter(part.charAt(0))) {
                command = part.charAt(0);
            } else if (Double.isNaN(across)) {
                across = Double.parseDouble(part);
            } else {
                x = command == 'l' ? x + across : across;
                y = command == 'l' ? y + Double.parseDouble(part) : Double.parseDouble(part);
                across = Double.NaN;
                reach(x, y);
            }
        }
        return this;
    }

    /// Takes in the height of another, so that two views stand side by side at one scale.
    Frame asHighAs(Frame other) {
        top = Math.min(top, other.top);
        bottom = Math.max(bottom, other.bottom);
        return this;
    }

    private void reach(double x, double y) {
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
    }

    /// An SVG view box around everything taken in; the whole view where that is most of the figure.
    ///
    /// @param whole the view's own box
    String box(String whole) {
        var height = Math.max(LEAST, bottom - top + 2 * MARGIN);
        if (!Double.isFinite(left) || height > WHOLE_FROM) {
            return whole;
        }
        var width = Math.max(right - left + MARGIN, height * WIDTH_OF_HEIGHT);
        var from = Math.clamp((top + bottom - height) / 2, 0, FIGURE - height);
        return Math.round((left + right - width) / 2) + " " + Math.round(from) + " " + Math.round(width) + " "
                + Math.round(height);
    }
}
