package org.needlepoint.outcomes;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A patient's pain over time: what counts of all scores, oldest first.
///
/// Before and after a visit the score recorded last counts, so that a slip is put right by scoring again. Every
/// check-in stands for itself.
public record Course(List<Occasion> occasions) {
    /// One time at which the patient was asked.
    ///
    /// @param now   0 to 10, null when only the worst pain was asked
    /// @param worst 0 to 10, in the last 24 hours; null when it was not asked
    public record Occasion(
            @Nullable UUID visit,
            Moment moment,
            Instant at,
            @Nullable Integer now,
            @Nullable Integer worst) {
        /// The score of a kind, null when it was not asked.
        public @Nullable Integer value(Kind kind) {
            return switch (kind) {
                case NOW -> now;
                case WORST -> worst;
            };
        }
    }

    private record Key(
            @Nullable UUID visit, Moment moment, @Nullable Instant at) {
        static Key of(Score score) {
            return new Key(score.visit(), score.moment(), score.moment() == Moment.CHECK_IN ? score.at() : null);
        }
    }

    public Course {
        occasions = List.copyOf(occasions);
    }

    /// The course that these scores make, in whatever order they come.
    public static Course of(Collection<Score> scores) {
        var byOccasion = new LinkedHashMap<Key, Map<Kind, Score>>();
        var first = new HashMap<Key, Instant>();
        scores.stream()
                .sorted(Comparator.comparing(Score::at).thenComparing(Score::id))
                .forEach(score -> {
                    var key = Key.of(score);
                    first.putIfAbsent(key, score.at());
                    byOccasion.computeIfAbsent(key, _ -> new HashMap<>()).put(score.kind(), score);
                });
        return new Course(byOccasion.entrySet().stream()
                .map(entry -> new Occasion(
                        entry.getKey().visit(),
                        entry.getKey().moment(),
                        first.getOrDefault(entry.getKey(), Instant.EPOCH),
                        nprs(entry.getValue().get(Kind.NOW)),
                        nprs(entry.getValue().get(Kind.WORST))))
                .sorted(Comparator.comparing(Occasion::at))
                .toList());
    }

    private static @Nullable Integer nprs(@Nullable Score score) {
        return score == null ? null : score.nprs();
    }

    /// What was said before or after a visit.
    public Optional<Occasion> of(UUID visit, Moment moment) {
        return occasions.stream()
                .filter(occasion -> visit.equals(occasion.visit()) && occasion.moment() == moment)
                .findFirst();
    }
}
