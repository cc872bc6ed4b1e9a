package org.needlepoint.scheduling.zones;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What a visit takes, moved to where its time has gone. A promise outranks a hold: a hold in its way is given up.
/// Where
/// another visit or a block stands, the practitioner's time goes to a lane of its own (rule F2); of room, equipment and
/// patient there are no lanes, so there the visit takes nothing until staff have moved one of the two.
@Repository
class TakenPlaces {
    private static final Duration LONGEST = Duration.ofDays(1);

    private final JdbcClient jdbc;

    TakenPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Stretch(String kind, UUID resource, int lane, OffsetDateTime start, OffsetDateTime end) {
        Stretch later(Duration by) {
            return new Stretch(kind, resource, lane, start.plus(by), end.plus(by));
        }

        Stretch onLane(int other) {
            return new Stretch(kind, resource, other, start, end);
        }
    }

    /// Moves all that a visit takes.
    ///
    /// @return whether some of it is taken by others
    boolean shift(PracticeId practice, AppointmentId visit, Duration by, Instant now) {
        var taken = lift(practice, visit);
        boolean collides = false;
        for (var stretch : taken) {
            var wanted = stretch.later(by);
            giveUpHolds(practice, wanted);
            if (isFree(practice, wanted)) {
                put(practice, visit, wanted);
            } else {
                collides = true;
                if (wanted.kind().equals("practitioner")) {
                    put(practice, visit, wanted.onLane(freeLane(practice, wanted)));
                }
            }
        }
        return collides;
    }

    private List<Stretch> lift(PracticeId practice, AppointmentId visit) {
        return jdbc.sql("""
            delete from scheduling.occupancy
             where practice_id = :practice
               and appointment_id = :visit
            returning resource_kind, resource_id, lane, starts_at, ends_at
            """)
                .param("practice", practice.value())
                .param("visit", visit.value())
                .query((rs, _) -> new Stretch(
                        rs.getString("resource_kind"),
                        rs.getObject("resource_id", UUID.class),
                        rs.getInt("lane"),
                        rs.getObject("starts_at", OffsetDateTime.class),
                        rs.getObject("ends_at", OffsetDateTime.class)))
                .list();
    }

    private void giveUpHolds(PracticeId practice, Stretch wanted) {
        jdbc.sql("""
            delete from scheduling.occupancy
             where practice_id = :practice
               and resource_id = :resource
               and lane = :lane
               and starts_at < :end
               and starts_at > :dayBefore
               and ends_at > :start
               and hold_id is not null
            """)
                .param("practice", practice.value())
                .param("resource", wanted.resource())
                .param("lane", wanted.lane())
                .param("start", wanted.start())
                .param("end", wanted.end())
                .param("dayBefore", wanted.start().minus(LONGEST))
                .update();
    }

    private boolean isFree(PracticeId practice, Stretch wanted) {
        return jdbc.sql("""
            select id
              from scheduling.occupancy
             where practice_id = :practice
               and resource_id = :resource
               and lane = :lane
               and starts_at < :end
               and starts_at > :dayBefore
               and ends_at > :start
             limit 1
            """)
                .param("practice", practice.value())
                .param("resource", wanted.resource())
                .param("lane", wanted.lane())
                .param("start", wanted.start())
                .param("end", wanted.end())
                .param("dayBefore", wanted.start().minus(LONGEST))
                .query(UUID.class)
                .optional()
                .isEmpty();
    }

    private int freeLane(PracticeId practice, Stretch wanted) {
        int lane = 1;
        while (!isFree(practice, wanted.onLane(lane))) {
            lane++;
        }
        return lane;
    }

    private void put(PracticeId practice, AppointmentId visit, Stretch stretch) {
        jdbc.sql("""
            insert into scheduling.occupancy
              (practice_id, id, resource_kind, resource_id, lane, starts_at, ends_at, appointment_id, overlap_role,
               overlap_reason)
            values
              (:practice, :id, :kind, :resource, :lane, :start, :end, :visit,
               case when :lane > 0 then 'system' end, case when :lane > 0 then 'zone rules changed' end)
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("kind", stretch.kind())
                .param("resource", stretch.resource())
                .param("lane", stretch.lane())
                .param("start", stretch.start())
                .param("end", stretch.end())
                .param("visit", visit.value())
                .update();
    }
}
