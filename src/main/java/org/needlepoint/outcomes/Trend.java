package org.needlepoint.outcomes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.needlepoint.outcomes.Course.Occasion;

/// The drawing of a course: pain now and worst pain, one step to the right for each time the patient was asked. Steps
/// are even, because before and after lie minutes apart and visits weeks.
///
/// @param steps  the occasions in their places, oldest first
/// @param lines  one for each kind of pain that was rated at least once
record Trend(List<Step> steps, List<Line> lines) {
    /// The drawing in units of its own, about a pixel on a telephone.
    static final int WIDTH = 340;

    static final int HEIGHT = 190;
    static final int LEFT = 30;
    static final int RIGHT = 20;
    static final int DATE_Y = 168;
    static final int MOMENT_Y = 183;
    static final int TOP = 18;
    static final int BOTTOM = 40;
    private static final int SCALE = 10;
    private static final int MOST_LABELS = 5;

    /// One occasion in its place.
    ///
    /// @param labelled whether its date is written below: with many occasions not every one is
    record Step(int x, Occasion occasion, boolean labelled) {}

    /// The ratings of one kind.
    ///
    /// @param points for `polyline`: `30,60 110,72`
    record Line(Kind kind, String points, List<TrendView.Dot> dots) {}

    public Trend {
        steps = List.copyOf(steps);
        lines = List.copyOf(lines);
    }

    /// The drawing of a course.
    static Trend of(Course course) {
        var occasions = course.occasions();
        int count = occasions.size();
        int every = Math.ceilDiv(count, MOST_LABELS);
        var steps = IntStream.range(0, count)
                .mapToObj(i -> new Step(x(i, count), occasions.get(i), (count - 1 - i) % Math.max(1, every) == 0))
                .toList();
        var lines = new ArrayList<Line>();
        for (var kind : Kind.values()) {
            var dots = new ArrayList<TrendView.Dot>();
            for (var step : steps) {
                var nprs = step.occasion().value(kind);
                if (nprs != null) {
                    dots.add(new TrendView.Dot(step.x(), y(nprs), nprs));
                }
            }
            if (!dots.isEmpty()) {
                lines.add(new Line(kind, points(dots), List.copyOf(dots)));
            }
        }
        return new Trend(steps, lines);
    }

    private static int x(int i, int count) {
        int room = WIDTH - LEFT - RIGHT;
        return count == 1 ? LEFT + room / 2 : LEFT + 16 + i * (room - 32) / (count - 1);
    }

    private static int y(int nprs) {
        return TOP + (SCALE - nprs) * (HEIGHT - TOP - BOTTOM) / SCALE;
    }

    private static String points(List<TrendView.Dot> dots) {
        return dots.stream()
                .map(dot -> String.format(Locale.ROOT, "%d,%d", dot.x(), dot.y()))
                .collect(Collectors.joining(" "));
    }

    /// The ratings 0, 5 and 10 across the drawing.
    List<TrendView.Grid> grid() {
        return IntStream.of(0, 5, SCALE)
                .mapToObj(nprs -> new TrendView.Grid(y(nprs), nprs))
                .toList();
    }
}
