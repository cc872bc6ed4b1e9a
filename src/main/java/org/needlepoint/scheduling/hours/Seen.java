package org.needlepoint.scheduling.hours;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

/// Hours as a form showed them, in a few characters that it carries: whoever saves after somebody else has changed the
/// same hours is told so. Hours have no version of their own, because a change of a week replaces its rows.
///
/// @param mark the same for the same hours, on every node
public record Seen(String mark) {
    /// The mark of hours or days that differ, in any order.
    public static Seen of(Collection<? extends Record> hours) {
        var sum = new CRC32C();
        sum.update(hours.stream()
                .map(Record::toString)
                .sorted()
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8));
        return new Seen(HexFormat.of().toHexDigits(sum.getValue(), 8));
    }
}
