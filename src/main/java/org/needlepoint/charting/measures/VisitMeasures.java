package org.needlepoint.charting.measures;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What stands of a visit's measures: of each thing the one that was taken last before, and last after, needling.
///
/// @param history in the order in which it was recorded, entries in error included
public record VisitMeasures(List<Measure> history) {
    public static final VisitMeasures NONE = new VisitMeasures(List.of());

    public VisitMeasures {
        history = List.copyOf(history);
    }

    private record Slot(Measured what, Moment moment) {}

    /// Those that stand, in the order of a note: by kind, then as they were first taken.
    public List<Measure> standing() {
        var latest = new LinkedHashMap<Slot, Measure>();
        for (var measure : history) {
            if (!measure.inError()) {
                latest.put(new Slot(measure.what(), measure.moment()), measure);
            }
        }
        return latest.values().stream()
                .sorted(Comparator.comparing(measure -> measure.what().kind()))
                .toList();
    }

    /// As it was at a time.
    public VisitMeasures until(Instant at) {
        return new VisitMeasures(
                history.stream().filter(measure -> !measure.at().isAfter(at)).toList());
    }

    /// What stands of something at a moment.
    public Optional<Measure> standing(Measured what, Moment moment) {
        return standing().stream()
                .filter(measure -> measure.what().equals(what) && measure.moment() == moment)
                .findFirst();
    }

    /// By how much a number grew from before to after; empty unless both were taken.
    public OptionalDouble change(Measured what) {
        var before = standing(what, Moment.BEFORE).map(Measure::value).orElse(null);
        var after = standing(what, Moment.AFTER).map(Measure::value).orElse(null);
        return before instanceof Value.Quantity then && after instanceof Value.Quantity now
                ? OptionalDouble.of(Math.round((now.mean() - then.mean()) * 100) / 100.0)
                : OptionalDouble.empty();
    }

    public boolean isEmpty() {
        return standing().isEmpty();
    }
}
