package org.needlepoint.scheduling;

import java.time.Clock;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// Adds rooms and equipment, and takes them out of use. What visits ahead are booked in stays in use until they are
/// moved.
@org.springframework.stereotype.Service
public class ReviseResources {
    /// What came of taking something out of use.
    public sealed interface Retirement {
        /// It is not given out any more.
        record Retired() implements Retirement {}

        /// Refused: so many visits ahead take it.
        record InUse(int visits) implements Retirement {}
    }

    private final Rooms rooms;
    private final Equipments equipments;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    ReviseResources(Rooms rooms, Equipments equipments, JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.rooms = rooms;
        this.equipments = equipments;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// Adds a room behind the others.
    @Transactional
    public void addRoom(PracticeId practice, UUID place, String name, Actor actor) {
        var id = rooms.add(practice, place, name, rooms.active(practice).size());
        audit.append(practice, AuditEntry.of(actor, "added", "room", id.value()));
    }

    /// Adds a piece of equipment behind the others.
    @Transactional
    public void addEquipment(PracticeId practice, UUID place, Equipment.Kind kind, String name, Actor actor) {
        equipments.add(practice, place, kind, name, equipments.active(practice).size(), actor);
    }

    /// Takes a room out of use.
    @Transactional
    public Retirement retire(PracticeId practice, RoomId id, Actor actor) {
        return retire(practice, id.value(), "room", actor, """
            update scheduling.room
               set active = false
             where practice_id = :practice
               and id = :id
            """);
    }

    /// Takes a piece of equipment out of use.
    @Transactional
    public Retirement retire(PracticeId practice, EquipmentId id, Actor actor) {
        return retire(practice, id.value(), "equipment", actor, """
            update scheduling.equipment
               set active = false
             where practice_id = :practice
               and id = :id
            """);
    }

    private Retirement retire(PracticeId practice, UUID id, String what, Actor actor, String statement) {
        int visits = jdbc.sql("""
                select count(distinct appointment_id)
                  from scheduling.occupancy
                 where practice_id = :practice
                   and resource_id = :id
                   and ends_at > :now
                   and appointment_id is not null
                """)
                .param("practice", practice.value())
                .param("id", id)
                .param("now", Columns.utc(clock.instant()))
                .query(Integer.class)
                .single();
        if (visits > 0) {
            return new Retirement.InUse(visits);
        }
        jdbc.sql(statement).param("practice", practice.value()).param("id", id).update();
        audit.append(practice, AuditEntry.of(actor, "retired", what, id));
        return new Retirement.Retired();
    }
}
