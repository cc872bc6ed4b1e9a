package org.needlepoint.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.needlepoint.audit.Actor;
import org.needlepoint.scheduling.Claims.Claim;
import org.needlepoint.scheduling.Occupancies.Stretch;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes what staff placed: the visit on its lane with what it takes, and what a block takes.
@Repository
class PlacedRows {
    private final Appointments appointments;
    private final Occupancies occupancies;
    private final JdbcClient jdbc;
    private final Clock clock;

    PlacedRows(Appointments appointments, Occupancies occupancies, JdbcClient jdbc, Clock clock) {
        this.appointments = appointments;
        this.occupancies = occupancies;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(PracticeId practice, Appointment visit, Claim.Free claim, Lane lane, Actor actor) {
        appointments.insert(practice, visit, lane, actor);
        take(practice, visit.id(), claim.stretches(), lane);
    }

    Appointment update(PracticeId practice, Appointment visit, Claim.Free claim, Lane lane, Actor actor) {
        occupancies.free(practice, visit.id());
        var placed = appointments.place(practice, visit, lane, clock.instant(), actor);
        take(practice, visit.id(), claim.stretches(), lane);
        return placed;
    }

    private void take(PracticeId practice, AppointmentId visit, List<Stretch> stretches, Lane lane) {
        stretches.forEach(stretch -> forget(practice, stretch));
        Map<Boolean, List<Stretch>> usual =
                stretches.stream().collect(Collectors.partitioningBy(stretch -> stretch.lane() == 0));
        occupancies.book(practice, usual.getOrDefault(true, List.of()), visit);
        for (var stretch : usual.getOrDefault(false, List.of())) {
            jdbc.sql("""
                insert into scheduling.occupancy
                  (practice_id, id, resource_kind, resource_id, lane, starts_at, ends_at, appointment_id, overlap_role,
                   overlap_reason)
                values
                  (:practice, :id, :kind, :resource, :lane, :startsAt, :endsAt, :visit, :role, :reason)
                """)
                    .param("practice", practice.value())
                    .param("id", Uuid7.next())
                    .param("kind", stretch.kind())
                    .param("resource", stretch.resource())
                    .param("lane", stretch.lane())
                    .param("startsAt", Columns.utc(stretch.start()))
                    .param("endsAt", Columns.utc(stretch.end()))
                    .param("visit", visit.value())
                    .param("role", lane.role())
                    .param("reason", lane.reason())
                    .update();
        }
    }

    /// Takes time for a block.
    void takeForBlock(PracticeId practice, Stretch stretch, BlockId block) {
        forget(practice, stretch);
        jdbc.sql("""
            insert into scheduling.occupancy (practice_id, id, resource_kind, resource_id, starts_at, ends_at, block_id)
            values (:practice, :id, :kind, :resource, :startsAt, :endsAt, :block)
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("kind", stretch.kind())
                .param("resource", stretch.resource())
                .param("startsAt", Columns.utc(stretch.start()))
                .param("endsAt", Columns.utc(stretch.end()))
                .param("block", block.value())
                .update();
    }

    /// Holds of visitors that ran out make room.
    private void forget(PracticeId practice, Stretch stretch) {
        jdbc.sql("""
            delete from scheduling.occupancy
             where practice_id = :practice
               and resource_id = :resource
               and starts_at < :end
               and starts_at > :dayBefore
               and ends_at > :start
               and expires_at <= :now
            """)
                .param("practice", practice.value())
                .param("resource", stretch.resource())
                .param("start", Columns.utc(stretch.start()))
                .param("dayBefore", Columns.utc(stretch.start().minus(Duration.ofDays(1))))
                .param("end", Columns.utc(stretch.end()))
                .param("now", Columns.utc(clock.instant()))
                .update();
    }

    void freeBlock(PracticeId practice, BlockId block) {
        jdbc.sql("""
            delete from scheduling.occupancy
             where practice_id = :practice
               and block_id = :block
            """)
                .param("practice", practice.value())
                .param("block", block.value())
                .update();
    }
}
