package org.needlepoint.charting.care;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.care.CareEvent.Hygiene;
import org.needlepoint.charting.care.CareEvent.Reacted;
import org.needlepoint.charting.care.CareEvent.Responded;
import org.needlepoint.charting.care.CareEvent.Treated;

/// What the entries about a visit come to.
///
/// @param entries all, the wrong ones too, the oldest first
public record VisitCare(List<CareEntry> entries) {
    public VisitCare {
        entries = List.copyOf(entries);
    }

    /// The latest rating of each kind; empty when nobody asked.
    public Optional<Responded> response() {
        var said = of(Responded.class).toList();
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(new Responded(
                        latest(said, Responded::local),
                        latest(said, Responded::referred),
                        latest(said, Responded::tone)));
    }

    private static <T> @Nullable T latest(List<Responded> said, Function<Responded, @Nullable T> part) {
        return said.stream()
                .map(part)
                .filter(Objects::nonNull)
                .reduce((_, later) -> later)
                .orElse(null);
    }

    /// Reactions, in the order in which they were recorded.
    public List<Reacted> reactions() {
        return of(Reacted.class).toList();
    }

    /// Other treatment, in the order in which it was recorded.
    public List<Treated> treatments() {
        return of(Treated.class).toList();
    }

    /// What was done against infection; empty when nobody said.
    public Optional<Hygiene> hygiene() {
        return of(Hygiene.class).reduce((_, later) -> later);
    }

    /// Minutes of other treatment by group; groups without are left out.
    public Map<CareKind.Group, Integer> minutes() {
        var minutes = new EnumMap<CareKind.Group, Integer>(CareKind.Group.class);
        treatments().forEach(treated -> minutes.merge(treated.what().group(), treated.minutes(), Integer::sum));
        return minutes;
    }

    /// Minutes of other treatment altogether.
    public int totalMinutes() {
        return treatments().stream().mapToInt(Treated::minutes).sum();
    }

    /// Whether anything was recorded or marked wrong after a time; a mark counts by its entry's time alone.
    boolean isAddedToSince(Instant time) {
        return entries.stream().anyMatch(entry -> entry.recordedAt().isAfter(time));
    }

    private <T extends CareEvent> Stream<T> of(Class<T> kind) {
        return entries.stream()
                .filter(CareEntry::counts)
                .map(CareEntry::event)
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
