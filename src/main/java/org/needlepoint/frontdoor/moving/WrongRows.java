package org.needlepoint.frontdoor.moving;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The rows of a list that could not be booked, as a list of their own with one column more.
public final class WrongRows {
    private WrongRows() {}

    /// The file's text: the list's own headers and cells, and what is wrong. It begins with a byte order mark, without
    /// which Excel takes the accents of a name for something else.
    ///
    /// @param header of the new column
    /// @param why    what is wrong with a row
    public static String of(
            VisitList list, List<ImportVisits.Line> lines, String header, Function<Finding, String> why) {
        var rows = new ArrayList<List<String>>();
        rows.add(with(list.headers(), list.headers().size(), header));
        lines.stream()
                .filter(line -> line.finding() instanceof Finding.Wrong || line.finding() instanceof Finding.Collides)
                .forEach(
                        line -> rows.add(with(line.row().cells(), list.headers().size(), why.apply(line.finding()))));
        return Csv.BYTE_ORDER_MARK + Csv.write(rows);
    }

    private static List<String> with(List<String> cells, int width, String more) {
        var row = new ArrayList<>(cells.subList(0, Math.min(cells.size(), width)));
        while (row.size() < width) {
            row.add("");
        }
        row.add(more);
        return row;
    }
}
