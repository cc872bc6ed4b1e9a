package org.needlepoint.frontdoor.moving;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A list of visits with its columns found by their headers.
///
/// @param headers the first row as written
/// @param columns where each known column stands, from 0
/// @param ignored headers that are not known; their cells are left out
public record VisitList(List<String> headers, Map<Column, Integer> columns, List<String> ignored, List<Row> rows) {
    /// How many rows one list may have.
    public static final int MOST_ROWS = 1_000;

    /// What came of reading a text.
    public sealed interface Reading {
        /// A list, its rows not looked at yet.
        record Read(VisitList list) implements Reading {}

        /// Refused: there is no row under the headers.
        record Empty() implements Reading {}

        /// Refused: more rows than one list may have.
        record TooLong(int rows) implements Reading {}

        /// Refused: columns that every visit needs are missing.
        record ColumnsMissing(List<Column> missing) implements Reading {}
    }

    /// A row with its cells by column.
    ///
    /// @param line  where it begins in the file, from 1
    /// @param cells as written
    public record Row(int line, List<String> cells, Map<Column, String> values) {
        /// What stands in a column; empty for nothing.
        String in(Column column) {
            return Optional.ofNullable(values.get(column)).orElse("");
        }

        /// The patient's, put together from the columns that hold its parts; empty for none. `Nombre` may be the whole
        /// name or, beside `Apellidos`, the given names alone.
        public String name() {
            var name = in(Column.NAME);
            var last = in(Column.LAST_NAME);
            if (name.isEmpty()) {
                return (in(Column.FIRST_NAME) + " " + last).strip();
            }
            boolean whole = last.isEmpty() || !in(Column.FIRST_NAME).isEmpty() || holds(name, last);
            return whole ? name : name + " " + last;
        }

        private static boolean holds(String name, String last) {
            return (" " + Column.plain(name)).endsWith(" " + Column.plain(last)) || name.startsWith(last + ",");
        }
    }

    /// Reads a text with a row of headers.
    public static Reading read(String text) {
        var found = Csv.read(text);
        if (found.size() < 2) {
            return new Reading.Empty();
        }
        if (found.size() - 1 > MOST_ROWS) {
            return new Reading.TooLong(found.size() - 1);
        }
        var headers = found.getFirst().cells();
        var columns = new EnumMap<Column, Integer>(Column.class);
        var ignored = new ArrayList<String>();
        for (int i = 0; i < headers.size(); i++) {
            var column = Column.of(headers.get(i));
            if (column.isEmpty() || columns.putIfAbsent(column.get(), i) != null) {
                ignored.add(headers.get(i));
            }
        }
        var missing = missing(columns);
        if (!missing.isEmpty()) {
            return new Reading.ColumnsMissing(missing);
        }
        return new Reading.Read(new VisitList(
                headers,
                Map.copyOf(columns),
                ignored.stream().filter(header -> !header.isBlank()).toList(),
                found.stream().skip(1).map(row -> row(row, columns)).toList()));
    }

    private static List<Column> missing(Map<Column, Integer> columns) {
        var missing = new ArrayList<Column>();
        if (!columns.containsKey(Column.NAME) && !columns.containsKey(Column.LAST_NAME)) {
            missing.add(Column.NAME);
        }
        if (!columns.containsKey(Column.BIRTH_DATE)) {
            missing.add(Column.BIRTH_DATE);
        }
        if (!columns.containsKey(Column.PHONE) && !columns.containsKey(Column.EMAIL)) {
            missing.add(Column.PHONE);
        }
        if (!columns.containsKey(Column.START) && !columns.containsKey(Column.DATE)) {
            missing.add(Column.DATE);
        }
        if (!columns.containsKey(Column.SERVICE)) {
            missing.add(Column.SERVICE);
        }
        return List.copyOf(missing);
    }

    private static Row row(Csv.Row row, Map<Column, Integer> columns) {
        var values = new EnumMap<Column, String>(Column.class);
        columns.forEach((column, at) -> {
            if (at < row.cells().size()) {
                values.put(column, row.cells().get(at));
            }
        });
        return new Row(row.line(), row.cells(), Map.copyOf(values));
    }
}
