package org.needlepoint.anatomy.compile;

import java.util.Comparator;

/// Something wrong in a knowledge file: where, which rule it breaks, and what to do about it.
///
/// @param file path below the knowledge folder, with forward slashes
/// @param line counted from 1
/// @param rule short name, such as `unknown key` or `broken reference`
public record Problem(String file, int line, String rule, String message) implements Comparable<Problem> {

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparing(Problem::rule)
            .thenComparing(Problem::message);

    @Override
    public int compareTo(Problem other) {
        return BY_PLACE.compare(this, other);
    }

    /// In the form that editors and terminals make clickable: `file:line: rule: message`.
    @Override
    public String toString() {
        return file + ":" + line + ": " + rule + ": " + message;
    }
}
