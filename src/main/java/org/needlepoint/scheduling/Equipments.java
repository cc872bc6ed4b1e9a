package org.needlepoint.scheduling;

import java.util.List;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The equipment of a practice.
@Repository
public class Equipments {
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    Equipments(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /// Adds a piece to a location.
    @Transactional
    public EquipmentId add(
            PracticeId practice, UUID location, Equipment.Kind kind, String name, int position, Actor actor) {
        var id = EquipmentId.next();
        jdbc.sql("""
            insert into scheduling.equipment (practice_id, id, location_id, kind, name, position)
            values (:practice, :id, :location, :kind, :name, :position)
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("location", location)
                .param("kind", kind.code())
                .param("name", name)
                .param("position", position)
                .update();
        audit.append(practice, AuditEntry.of(actor, "added", "equipment", id.value()));
        return id;
    }

    /// The pieces in use, in the order in which they are given out.
    @Transactional(readOnly = true)
    public List<Equipment> active(PracticeId practice) {
        return jdbc.sql("""
            select id, location_id, kind, name, position
              from scheduling.equipment
             where practice_id = :practice
               and active
             order by position, id
            """)
                .param("practice", practice.value())
                .query((rs, _) -> new Equipment(
                        new EquipmentId(Columns.uuid(rs, "id")),
                        Columns.uuid(rs, "location_id"),
                        Equipment.Kind.of(rs.getString("kind")),
                        rs.getString("name"),
                        rs.getInt("position")))
                .list();
    }
}
