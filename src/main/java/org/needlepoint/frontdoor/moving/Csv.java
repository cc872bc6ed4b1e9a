package org.needlepoint.frontdoor.moving;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Rows of text as spreadsheets write them (RFC 4180), with commas, semicolons or tabs between, whichever the first
/// line has most of.
final class Csv {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    static final String BYTE_ORDER_MARK = "\uFEFF";

    /// A row and where it begins.
    ///
    /// @param line the line of the file, from 1
    record Row(int line, List<String> cells) {
        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    private final String text;
    private final char separator;
    private final List<Row> rows = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private int line = 1;
    private int rowBegan = 1;

    private Csv(String text) {
        this.text = text;
        this.separator = separator(text.lines().findFirst().orElse(""));
    }

    /// The rows that are not blank. A quote that is never closed reaches to the end of the text.
    static List<Row> read(String text) {
        var clean = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        return new Csv(clean.replace("\r\n", "\n").replace('\r', '\n')).rows();
    }

    private static char separator(String first) {
        return SEPARATORS.stream()
                .max(Comparator.comparingLong(
                        (Character each) -> first.chars().filter(c -> c == each).count()))
                .orElseThrow();
    }

    private List<Row> rows() {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line += c == '\n' ? 1 : 0;
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (!quoted && c == separator) {
                endCell();
            } else if (!quoted && c == '\n') {
                endRow();
            } else {
                cell.append(c);
            }
        }
        endRow();
        return rows.stream().filter(row -> !row.isBlank()).toList();
    }

    private void endCell() {
        cells.add(cell.toString().strip());
        cell.setLength(0);
    }

    private void endRow() {
        endCell();
        rows.add(new Row(rowBegan, List.copyOf(cells)));
        cells = new ArrayList<>();
        rowBegan = line;
    }

    /// Rows as text again. A cell that a spreadsheet would take for a formula is written so that it is none.
    static String write(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Csv::written).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String written(String text) {
        var harmless = !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0 && !isPhone(text) ? "'" + text : text;
        return harmless.matches("(?s).*[\",;\n\r\t].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    private static boolean isPhone(String text) {
        return text.matches("\\+[0-9 ()./-]{6,}");
    }
}
