package org.needlepoint.scheduling.zones;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.scheduling.BlockId;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Blocks as they were entered, in local times.
@Repository
class PromisedBlocks {
    static final String AHEAD = """
            select id, local_start, local_end, zone, starts_at, ends_at
              from scheduling.block
             where practice_id = :practice
               and starts_at > :now
            """;

    private final JdbcClient jdbc;

    PromisedBlocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// All that lie ahead.
    @Transactional(readOnly = true)
    public List<Promise.Block> ahead(PracticeId practice, Instant now) {
        return jdbc.sql(AHEAD)
                .param("practice", practice.value())
                .param("now", PromisedVisits.utc(now))
                .query((rs, _) -> block(rs))
                .list();
    }

    /// Keeps a block as it is until the transaction ends; empty when it is there no more.
    Optional<Promise.Block> lock(PracticeId practice, BlockId id) {
        return jdbc.sql("""
            select id, local_start, local_end, zone, starts_at, ends_at
              from scheduling.block
             where practice_id = :practice
               and id = :id
               for update
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((rs, _) -> block(rs))
                .optional();
    }

    private static Promise.Block block(ResultSet rs) throws SQLException {
        var zone = ZoneId.of(rs.getString("zone"));
        return new Promise.Block(
                new BlockId(rs.getObject("id", UUID.class)),
                new PromisedTime(
                        rs.getObject("local_start", LocalDateTime.class),
                        zone,
                        rs.getObject("starts_at", OffsetDateTime.class).toInstant()),
                new PromisedTime(
                        rs.getObject("local_end", LocalDateTime.class),
                        zone,
                        rs.getObject("ends_at", OffsetDateTime.class).toInstant()));
    }

    /// Writes the instants that its local times have now, as the next version.
    void shift(PracticeId practice, Promise.Block block, Instant now) {
        jdbc.sql("""
            update scheduling.block
               set starts_at = :start, ends_at = :end, version = version + 1, changed_at = :now
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", block.id().value())
                .param("start", PromisedVisits.utc(block.start().derived()))
                .param("end", PromisedVisits.utc(block.ends()))
                .param("now", PromisedVisits.utc(now))
                .update();
    }
}
