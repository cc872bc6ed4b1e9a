package org.needlepoint.scheduling.hours;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Days in a row.
///
/// @param to the last day, included; null: until further notice
public record Period(LocalDate from, @Nullable LocalDate to) {
    public Period {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("to must not be before from, was " + from + " to " + to);
        }
    }

    /// Whether both share a day.
    public boolean meets(Period other) {
        return !isBefore(to, other.from) && !isBefore(other.to, from);
    }

    /// What is left of it outside another: nothing, one piece or two.
    List<Period> without(Period other) {
        if (!meets(other)) {
            return List.of(this);
        }
        var left = new ArrayList<Period>();
        if (from.isBefore(other.from)) {
            left.add(new Period(from, other.from.minusDays(1)));
        }
        var end = other.to;
        if (end != null && (to == null || to.isAfter(end))) {
            left.add(new Period(end.plusDays(1), to));
        }
        return left;
    }

    private static boolean isBefore(@Nullable LocalDate end, LocalDate day) {
        return end != null && end.isBefore(day);
    }
}
