package org.needlepoint.outcomes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A patient's pain over time in words and lines, for the fragment `outcomes/trend :: trend(view)`.
///
/// @param summary one sentence that says what the drawing shows
/// @param box     the SVG's view box
/// @param rows    the same as a table, newest first
/// @param source  the citation behind the words about how large a change counts
public record TrendView(
        String summary,
        String box,
        int left,
        int right,
        List<Grid> grid,
        List<Line> lines,
        List<Label> labels,
        List<Row> rows,
        String source) {
    /// A line across at a rating.
    public record Grid(int y, int nprs) {}

    /// The ratings of one kind of pain.
    ///
    /// @param kind `now` or `worst`: says the pattern and the word
    public record Line(String kind, String points, List<Dot> dots) {}

    /// One rating.
    public record Dot(int x, int y, int nprs) {}

    /// What stands below a step.
    public record Label(int x, int dateY, int momentY, String date, String moment) {}

    /// One occasion.
    ///
    /// @param now   0 to 10, null when it was not asked; `worst` likewise
    public record Row(
            String when,
            String moment,
            @Nullable Integer now,
            @Nullable Integer worst) {}

    public TrendView {
        grid = List.copyOf(grid);
        lines = List.copyOf(lines);
        labels = List.copyOf(labels);
        rows = List.copyOf(rows);
    }

    /// Whether nothing was rated yet.
    public boolean empty() {
        return rows.isEmpty();
    }
}
