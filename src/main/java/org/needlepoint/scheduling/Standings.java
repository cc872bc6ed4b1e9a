package org.needlepoint.scheduling;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.scheduling.Occupancies.Stretch;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads what stands between two instants, with what it belongs to, on all lanes. Bounded on both sides: no row is
/// longer than a day.
@Repository
class Standings {
    static final String BETWEEN = """
            select resource_kind, resource_id, lane, starts_at, ends_at, appointment_id, block_id
              from scheduling.occupancy
             where practice_id = :practice
               and resource_id = any(:resources)
               and starts_at < :to
               and starts_at > :dayBefore
               and ends_at > :from
               and (expires_at is null or expires_at > :now)
               and (appointment_id is null or appointment_id <> :except)
             order by starts_at, resource_kind, id
            """;
    private static final UUID NOTHING = new UUID(0, 0);

    private final JdbcClient jdbc;

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param except the visit whose own time does not count; null: all count
    List<Standing> between(
            PracticeId practice,
            Collection<UUID> resources,
            Instant from,
            Instant to,
            Instant now,
            @Nullable AppointmentId except) {
        return jdbc.sql(BETWEEN)
                .param("practice", practice.value())
                .param("resources", resources.toArray(UUID[]::new))
                .param("from", Columns.utc(from))
                .param("dayBefore", Columns.utc(from.minus(Block.LONGEST)))
                .param("to", Columns.utc(to))
                .param("now", Columns.utc(now))
                .param("except", except == null ? NOTHING : except.value())
                .query((rs, _) -> {
                    var appointment = Columns.optionalUuid(rs, "appointment_id");
                    var block = Columns.optionalUuid(rs, "block_id");
                    return new Standing(
                            Obstacle.Kind.of(rs.getString("resource_kind")),
                            Columns.uuid(rs, "resource_id"),
                            rs.getInt("lane"),
                            Columns.instant(rs, "starts_at"),
                            Columns.instant(rs, "ends_at"),
                            appointment == null ? null : new AppointmentId(appointment),
                            block == null ? null : new BlockId(block));
                })
                .list();
    }

    /// The holds that keep some of a stretch.
    List<HoldId> holdsIn(PracticeId practice, Stretch of) {
        return jdbc.sql("""
            select distinct hold_id
              from scheduling.occupancy
             where practice_id = :practice
               and resource_id = :resource
               and lane = :lane
               and starts_at < :end
               and starts_at > :dayBefore
               and ends_at > :start
               and hold_id is not null
            """)
                .param("practice", practice.value())
                .param("resource", of.resource())
                .param("lane", of.lane())
                .param("start", Columns.utc(of.start()))
                .param("end", Columns.utc(of.end()))
                .param("dayBefore", Columns.utc(of.start().minus(Block.LONGEST)))
                .query((rs, _) -> new HoldId(Columns.uuid(rs, "hold_id")))
                .list();
    }

    /// What visits and blocks take of a stretch on its lane, in epoch seconds. It stays as it is until the transaction
    /// ends: whoever is giving it up is waited for.
    Spans heldStill(PracticeId practice, Stretch of) {
        return Spans.merge(jdbc.sql("""
            select starts_at, ends_at
              from scheduling.occupancy
             where practice_id = :practice
               and resource_id = :resource
               and lane = :lane
               and starts_at < :end
               and starts_at > :dayBefore
               and ends_at > :start
               and hold_id is null
               for update
            """)
                .param("practice", practice.value())
                .param("resource", of.resource())
                .param("lane", of.lane())
                .param("start", Columns.utc(of.start()))
                .param("end", Columns.utc(of.end()))
                .param("dayBefore", Columns.utc(of.start().minus(Block.LONGEST)))
                .query((rs, _) -> new long[] {
                    Columns.instant(rs, "starts_at").getEpochSecond(),
                    Columns.instant(rs, "ends_at").getEpochSecond()
                })
                .list()
                .toArray(long[][]::new));
    }
}
