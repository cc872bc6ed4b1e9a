package org.needlepoint.scheduling;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.scheduling.Occupancies.Stretch;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What visits and blocks would take if nothing else stood there. Only what other zone rules have moved awaits
/// anything.
@Repository
class AwaitedPlaces {
    static final String COLLIDING = """
            select a.id, a.starts_at
              from scheduling.awaited_place w
              join scheduling.appointment a on a.practice_id = w.practice_id and a.id = w.appointment_id
             where w.practice_id = :practice
               and w.ends_at > :now
               and a.practice_id = :practice
               and a.status = 'booked'
             union
            select a.id, a.starts_at
              from scheduling.awaited_place w
              join scheduling.occupancy o
                on o.practice_id = w.practice_id
               and o.resource_id = w.resource_id
               and o.starts_at < w.ends_at
               and o.starts_at > w.starts_at - interval '24 hours'
               and o.ends_at > w.starts_at
               and o.lane = 0
              join scheduling.appointment a on a.practice_id = o.practice_id and a.id = o.appointment_id
             where w.practice_id = :practice
               and w.ends_at > :now
               and w.block_id is not null
               and a.practice_id = :practice
               and a.status = 'booked'
             order by 2, 1
            """;

    private final JdbcClient jdbc;

    AwaitedPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Who awaits: a visit or a block.
    record Owner(@Nullable AppointmentId visit, @Nullable BlockId block) {
        static Owner of(AppointmentId visit) {
            return new Owner(visit, null);
        }

        static Owner of(BlockId block) {
            return new Owner(null, block);
        }

        private @Nullable UUID visitValue() {
            return visit == null ? null : visit.value();
        }

        private @Nullable UUID blockValue() {
            return block == null ? null : block.value();
        }
    }

    /// A stretch that is awaited, and who awaits it.
    record Awaited(Owner owner, Stretch stretch) {}

    void add(PracticeId practice, Owner owner, Stretch stretch) {
        jdbc.sql("""
            insert into scheduling.awaited_place
              (practice_id, id, resource_kind, resource_id, starts_at, ends_at, appointment_id, block_id)
            values (:practice, :id, :kind, :resource, :start, :end, :visit, :block)
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("kind", stretch.kind())
                .param("resource", stretch.resource())
                .param("start", Columns.utc(stretch.start()))
                .param("end", Columns.utc(stretch.end()))
                .param("visit", owner.visitValue(), Types.OTHER)
                .param("block", owner.blockValue(), Types.OTHER)
                .update();
    }

    /// Takes away what one of them awaits.
    ///
    /// @return what it was
    List<Stretch> remove(PracticeId practice, Owner owner) {
        return jdbc.sql("""
            delete from scheduling.awaited_place
             where practice_id = :practice
               and (appointment_id = :visit or block_id = :block)
            returning resource_kind, resource_id, starts_at, ends_at
            """)
                .param("practice", practice.value())
                .param("visit", owner.visitValue(), Types.OTHER)
                .param("block", owner.blockValue(), Types.OTHER)
                .query((rs, _) -> new Stretch(
                        rs.getString("resource_kind"),
                        Columns.uuid(rs, "resource_id"),
                        Columns.instant(rs, "starts_at"),
                        Columns.instant(rs, "ends_at")))
                .list();
    }

    /// Takes away what is awaited where something was given up; who has waited longest comes first.
    List<Awaited> removeMeeting(PracticeId practice, Stretch freed) {
        return jdbc.sql("""
            with gone as (
            delete from scheduling.awaited_place
             where practice_id = :practice
               and resource_id = :resource
               and starts_at < :end
               and starts_at > :earliest
               and ends_at > :start
            returning id, resource_kind, resource_id, starts_at, ends_at, appointment_id, block_id)
            select resource_kind, resource_id, starts_at, ends_at, appointment_id, block_id
              from gone
             order by id
            """)
                .param("practice", practice.value())
                .param("resource", freed.resource())
                .param("start", Columns.utc(freed.start()))
                .param("end", Columns.utc(freed.end()))
                .param("earliest", Columns.utc(freed.start().minus(Block.LONGEST)))
                .query((rs, _) -> {
                    var visit = Columns.optionalUuid(rs, "appointment_id");
                    var block = Columns.optionalUuid(rs, "block_id");
                    return new Awaited(
                            new Owner(
                                    visit == null ? null : new AppointmentId(visit),
                                    block == null ? null : new BlockId(block)),
                            new Stretch(
                                    rs.getString("resource_kind"),
                                    Columns.uuid(rs, "resource_id"),
                                    Columns.instant(rs, "starts_at"),
                                    Columns.instant(rs, "ends_at")));
                })
                .list();
    }

    /// Whether anything at all is awaited: hardly ever.
    boolean any(PracticeId practice) {
        return jdbc.sql("select exists (select 1 from scheduling.awaited_place where practice_id = :practice)")
                .param("practice", practice.value())
                .query(Boolean.class)
                .single();
    }

    /// Booked visits, by start, that lie ahead or go on, and either await something or stand where a block awaits it.
    List<AppointmentId> colliding(PracticeId practice, Instant now) {
        return jdbc.sql(COLLIDING)
                .param("practice", practice.value())
                .param("now", Columns.utc(now))
                .query((rs, _) -> new AppointmentId(Columns.uuid(rs, "id")))
                .list();
    }
}
