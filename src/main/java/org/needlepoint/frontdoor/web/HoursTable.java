package org.needlepoint.frontdoor.web;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A week of opening hours, day by day, stretches that touch or overlap joined.
record HoursTable(List<Day> days) {
    /// From one local time to another on every such weekday.
    record Stretch(DayOfWeek weekday, LocalTime opens, LocalTime closes) {}

    /// One weekday; no stretches means closed.
    record Day(DayOfWeek weekday, List<Stretch> stretches) {
        boolean closed() {
            return stretches.isEmpty();
        }
    }

    /// Monday to Sunday.
    static HoursTable of(List<Stretch> stretches) {
        return new HoursTable(java.util.Arrays.stream(DayOfWeek.values())
                .map(weekday -> new Day(
                        weekday,
                        joined(stretches.stream()
                                .filter(stretch -> stretch.weekday() == weekday)
                                .sorted(Comparator.comparing(Stretch::opens))
                                .toList())))
                .toList());
    }

    private static List<Stretch> joined(List<Stretch> sorted) {
        var joined = new ArrayList<Stretch>();
        for (var next : sorted) {
            if (!joined.isEmpty() && !next.opens().isAfter(joined.getLast().closes())) {
                var last = joined.removeLast();
                var closes = last.closes().isAfter(next.closes()) ? last.closes() : next.closes();
                joined.add(new Stretch(last.weekday(), last.opens(), closes));
            } else {
                joined.add(next);
            }
        }
        return List.copyOf(joined);
    }
}
