package org.needlepoint.practice;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Keeps what was read of a practice's set-up until the set-up has another edition, on whichever node it was changed.
/// Each answer costs one read of the edition.
///
/// @param <T> what is kept; immutable
public final class PerEdition<T> {
    private static final int MOST_PRACTICES = 1_000;
    /// Which edition holds now.
    public static final String NUMBER = """
            select number
              from practice.edition
             where practice_id = :practice
            """;

    private final JdbcClient jdbc;
    private final Function<PracticeId, T> reading;
    private final ConcurrentHashMap<PracticeId, Kept<T>> kept = new ConcurrentHashMap<>();

    private record Kept<T>(long edition, T value) {}

    /// @param reading reads it afresh, in the caller's transaction
    public PerEdition(JdbcClient jdbc, Function<PracticeId, T> reading) {
        this.jdbc = jdbc;
        this.reading = reading;
    }

    /// What holds in this edition; call it in a transaction of the practice.
    public T of(PracticeId practice) {
        long edition = jdbc.sql(NUMBER)
                .param("practice", practice.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
        var last = kept.get(practice);
        if (last != null && last.edition() == edition) {
            return last.value();
        }
        var value = reading.apply(practice);
        if (kept.size() >= MOST_PRACTICES) {
            kept.clear();
        }
        kept.put(practice, new Kept<>(edition, value));
        return value;
    }
}
