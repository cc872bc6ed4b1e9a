package org.needlepoint.scheduling;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The hours in which locations are open every week.
@Repository
public class LocationHours {
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    LocationHours(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /// Adds a stretch of hours. The database refuses one that overlaps another of the same location.
    @Transactional
    public void add(PracticeId practice, OpenHours hours) {
        jdbc.sql("""
            insert into scheduling.location_hours
              (practice_id, id, location_id, weekday, opens, closes, effective_from, effective_to)
            values
              (:practice, :id, :location, :weekday, :opens, :closes, :effectiveFrom, :effectiveTo)
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("location", hours.location())
                .param("weekday", hours.weekday().getValue())
                .param("opens", hours.opens())
                .param("closes", hours.closes())
                .param("effectiveFrom", hours.effectiveFrom())
                .param("effectiveTo", hours.effectiveTo())
                .update();
    }

    /// Puts other hours of a place where those of a day and later stood.
    ///
    /// @param hours what holds then; those of other places are passed over
    @Transactional
    public void replace(PracticeId practice, UUID place, LocalDate day, List<OpenHours> hours, Actor actor) {
        jdbc.sql("""
            delete from scheduling.location_hours
             where practice_id = :practice
               and location_id = :place
               and (effective_to is null or effective_to >= :day)
            """)
                .param("practice", practice.value())
                .param("place", place)
                .param("day", day)
                .update();
        hours.stream().filter(each -> each.location().equals(place)).forEach(each -> add(practice, each));
        audit.append(practice, AuditEntry.of(actor, "changed-hours", "location", place));
    }

    /// The hours that hold on a day or later, by location, weekday and time.
    @Transactional(readOnly = true)
    public List<OpenHours> from(PracticeId practice, LocalDate day) {
        return jdbc.sql("""
            select location_id, weekday, opens, closes, effective_from, effective_to
              from scheduling.location_hours
             where practice_id = :practice
               and (effective_to is null or effective_to >= :day)
             order by location_id, weekday, opens
            """)
                .param("practice", practice.value())
                .param("day", day)
                .query((rs, _) -> new OpenHours(
                        Columns.uuid(rs, "location_id"),
                        DayOfWeek.of(rs.getInt("weekday")),
                        rs.getObject("opens", LocalTime.class),
                        rs.getObject("closes", LocalTime.class),
                        rs.getObject("effective_from", LocalDate.class),
                        rs.getObject("effective_to", LocalDate.class)))
                .list();
    }
}
