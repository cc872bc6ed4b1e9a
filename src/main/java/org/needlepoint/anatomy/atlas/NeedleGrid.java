package org.needlepoint.anatomy.atlas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The measured lines of a view: one in the middle of each cell of 10 mm.
final class NeedleGrid {
    private static final int HEAD = 3;
    private static final int TRIPLE = 3;

    private final String view;
    private final List<Structure> structures;
    private final Map<Long, int[]> rows = new HashMap<>();

    /// A hazard beside a line, on its way to being put in order.
    private record Beside(Structure structure, int away) {}

    /// @param structures what the rows refer to by number
    /// @param rows       `x, y, tilt`, then triples `structure, enter, leave`, in mm; where the second figure is
    ///                   negative, a hazard that far beside the line
    NeedleGrid(String view, List<Structure> structures, int[][] rows) {
        this.view = view;
        this.structures = structures;
        for (var row : rows) {
            this.rows.put(cell(row[0], row[1]), row);
        }
    }

    private static long cell(double x, double y) {
        return key((int) Math.floor(x / NeedleEye.CELL), (int) Math.floor(y / NeedleEye.CELL));
    }

    private static long key(int column, int row) {
        return ((long) column << Integer.SIZE) | (row & 0xffff_ffffL);
    }

    /// The line of the cell that holds a point, or else of the nearest of those around it.
    Optional<NeedleLine> nearest(double x, double y) {
        var here = rows.get(cell(x, y));
        if (here != null) {
            return Optional.of(line(here));
        }
        var column = (int) Math.floor(x / NeedleEye.CELL);
        var row = (int) Math.floor(y / NeedleEye.CELL);
        var around = new ArrayList<int[]>();
        for (var dx = -1; dx <= 1; dx++) {
            for (var dy = -1; dy <= 1; dy++) {
                var next = rows.get(key(column + dx, row + dy));
                if (next != null) {
                    around.add(next);
                }
            }
        }
        return around.stream()
                .min(Comparator.comparingDouble(each -> Math.hypot(each[0] - x, each[1] - y)))
                .map(this::line);
    }

    private NeedleLine line(int[] row) {
        var through = new ArrayList<Structure>();
        var beside = new ArrayList<Beside>();
        for (var triple : triples(row)) {
            var structure = structures.get(triple[0]);
            if (triple[1] < 0) {
                beside.add(new Beside(structure, -triple[1]));
            } else if (through.isEmpty() || !through.getLast().equals(structure)) {
                through.add(structure);
            }
        }
        return new NeedleLine(
                view,
                row[0],
                row[1],
                through,
                beside.stream()
                        .sorted(Comparator.comparingInt(Beside::away))
                        .map(Beside::structure)
                        .toList());
    }

    private static List<int[]> triples(int[] row) {
        var triples = new ArrayList<int[]>();
        for (var i = HEAD; i + TRIPLE <= row.length; i += TRIPLE) {
            triples.add(Arrays.copyOfRange(row, i, i + TRIPLE));
        }
        return triples;
    }
}
