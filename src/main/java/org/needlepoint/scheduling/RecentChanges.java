package org.needlepoint.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What of a practice's calendar has changed lately, for pages that follow it. It is read from the visits, blocks and
/// delays themselves: no booking waits for a counter.
@Repository
public class RecentChanges {
    /// Longer than any transaction may take to commit what it stamped.
    private static final Duration WINDOW = Duration.ofMinutes(1);

    static final String CHANGED = """
            (select id, version
               from scheduling.appointment
              where practice_id = :practice
                and changed_at > :since
              order by changed_at desc
              limit 1000)
             union all
            (select id, version
               from scheduling.block
              where practice_id = :practice
                and changed_at > :since
              order by changed_at desc
              limit 1000)
             union all
            (select practitioner_id, version
               from scheduling.delay
              where practice_id = :practice
                and changed_at > :since
              order by changed_at desc
              limit 1000)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    RecentChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// A version of a visit, a block, or of what was said of a practitioner's delay.
    public record Version(UUID id, int number) {}

    /// What has changed within the last minute.
    public record Fingerprint(Set<Version> versions) {
        /// Whether it says anything that an earlier one did not.
        public boolean isNewsAfter(Fingerprint earlier) {
            return !earlier.versions.containsAll(versions);
        }
    }

    /// As of now.
    @Transactional(readOnly = true)
    public Fingerprint fingerprint(PracticeId practice) {
        var now = clock.instant();
        var versions = new HashSet<Version>();
        jdbc.sql(CHANGED)
                .param("practice", practice.value())
                .param("since", Columns.utc(now.minus(WINDOW)))
                .query(rs -> {
                    versions.add(new Version(Columns.uuid(rs, "id"), rs.getInt("version")));
                });
        return new Fingerprint(Set.copyOf(versions));
    }
}
