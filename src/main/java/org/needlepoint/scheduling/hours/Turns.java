package org.needlepoint.scheduling.hours;

import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lets changes of a practice's hours follow one another: each begins with what the one before has written.
@Repository
class Turns {
    /// Tells these locks from others with a practice's id.
    private static final long OF_HOURS = 0x686f757273L;

    private final JdbcClient jdbc;

    Turns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Waits until nobody else is changing hours; others wait until this transaction ends.
    void take(PracticeId practice) {
        var id = practice.value();
        jdbc.sql("select 1 from pg_advisory_xact_lock(:key)")
                .param("key", id.getMostSignificantBits() ^ id.getLeastSignificantBits() ^ OF_HOURS)
                .query(Integer.class)
                .single();
    }
}
