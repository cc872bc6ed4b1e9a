package org.needlepoint.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Days that differ from the weekly hours: holidays, absences, shorter and longer days.
@Repository
public class Closures {
    private final JdbcClient jdbc;
    private final Columns columns;
    private final AuditTrail audit;

    Closures(JdbcClient jdbc, Columns columns, AuditTrail audit) {
        this.jdbc = jdbc;
        this.columns = columns;
        this.audit = audit;
    }

    /// Adds days that differ. Visits already booked there stay booked.
    @Transactional
    public void add(PracticeId practice, Closure closure, Actor actor) {
        write(practice, closure, """
            insert into scheduling.closure
              (practice_id, id, kind, practitioner_id, location_id, first_day, last_day, opens, closes, label)
            values
              (:practice, :id, :kind, :practitioner, :location, :firstDay, :lastDay, :opens, :closes, cast(:label as jsonb))
            """);
        audit.append(practice, AuditEntry.of(actor, "added", "closure", closure.id()));
    }

    /// Lets the days of an entry differ in another way, or other days instead.
    @Transactional
    public void change(PracticeId practice, Closure closure, Actor actor) {
        write(practice, closure, """
            update scheduling.closure
               set kind = :kind, practitioner_id = :practitioner, location_id = :location, first_day = :firstDay,
                   last_day = :lastDay, opens = :opens, closes = :closes, label = cast(:label as jsonb)
             where practice_id = :practice
               and id = :id
            """);
        audit.append(practice, AuditEntry.of(actor, "changed", "closure", closure.id()));
    }

    private void write(PracticeId practice, Closure closure, String statement) {
        jdbc.sql(statement)
                .param("practice", practice.value())
                .param("id", closure.id())
                .param("kind", closure.kind().code())
                .param("practitioner", valueOf(closure.practitioner()))
                .param("location", closure.location())
                .param("firstDay", closure.firstDay())
                .param("lastDay", closure.lastDay())
                .param("opens", closure.opens())
                .param("closes", closure.closes())
                .param("label", columns.json(closure.label()))
                .update();
    }

    /// Takes days that differ away.
    ///
    /// @return whether they were there
    @Transactional
    public boolean remove(PracticeId practice, UUID id, Actor actor) {
        boolean removed = jdbc.sql("""
            delete from scheduling.closure
             where practice_id = :practice
               and id = :id
            """)
                        .param("practice", practice.value())
                        .param("id", id)
                        .update()
                > 0;
        if (removed) {
            audit.append(practice, AuditEntry.of(actor, "removed", "closure", id));
        }
        return removed;
    }

    /// One of them; empty when the practice has none of that id.
    @Transactional(readOnly = true)
    public Optional<Closure> find(PracticeId practice, UUID id) {
        return jdbc.sql("""
            select id, kind, practitioner_id, location_id, first_day, last_day, opens, closes, label
              from scheduling.closure
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", id)
                .query((rs, _) -> closure(rs))
                .optional();
    }

    /// Those that touch the days from first to last, both included, in order.
    @Transactional(readOnly = true)
    public List<Closure> between(PracticeId practice, LocalDate first, LocalDate last) {
        return jdbc.sql("""
            select id, kind, practitioner_id, location_id, first_day, last_day, opens, closes, label
              from scheduling.closure
             where practice_id = :practice
               and last_day >= :first
               and first_day <= :last
             order by first_day, opens nulls first, id
            """)
                .param("practice", practice.value())
                .param("first", first)
                .param("last", last)
                .query((rs, _) -> closure(rs))
                .list();
    }

    private Closure closure(ResultSet rs) throws SQLException {
        return new Closure(
                Columns.uuid(rs, "id"),
                Closure.Kind.of(rs.getString("kind")),
                practitioner(Columns.optionalUuid(rs, "practitioner_id")),
                Columns.optionalUuid(rs, "location_id"),
                rs.getObject("first_day", LocalDate.class),
                rs.getObject("last_day", LocalDate.class),
                rs.getObject("opens", LocalTime.class),
                rs.getObject("closes", LocalTime.class),
                columns.texts(rs, "label"));
    }

    private static @Nullable UUID valueOf(@Nullable PractitionerId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable PractitionerId practitioner(@Nullable UUID id) {
        return id == null ? null : new PractitionerId(id);
    }
}
