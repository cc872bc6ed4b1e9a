package org.needlepoint.scheduling;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The hours that practitioners work every week.
@Repository
public class WeeklyHours {
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    WeeklyHours(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /// Adds a stretch of hours. The database refuses one that overlaps another of the same practitioner.
    @Transactional
    public void add(PracticeId practice, WorkingHours hours) {
        jdbc.sql("""
            insert into scheduling.weekly_hours
              (practice_id, id, practitioner_id, location_id, weekday, opens, closes, effective_from, effective_to)
            values
              (:practice, :id, :practitioner, :location, :weekday, :opens, :closes, :effectiveFrom, :effectiveTo)
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("practitioner", hours.practitioner().value())
                .param("location", hours.location())
                .param("weekday", hours.weekday().getValue())
                .param("opens", hours.opens())
                .param("closes", hours.closes())
                .param("effectiveFrom", hours.effectiveFrom())
                .param("effectiveTo", hours.effectiveTo())
                .update();
    }

    /// Puts other hours of a practitioner at a place where those of a day and later stood.
    ///
    /// @param hours what holds then; those of others, or of other places, are passed over
    @Transactional
    public void replace(
            PracticeId practice,
            PractitionerId practitioner,
            UUID place,
            LocalDate day,
            List<WorkingHours> hours,
            Actor actor) {
        jdbc.sql("""
            delete from scheduling.weekly_hours
             where practice_id = :practice
               and practitioner_id = :practitioner
               and location_id = :place
               and (effective_to is null or effective_to >= :day)
            """)
                .param("practice", practice.value())
                .param("practitioner", practitioner.value())
                .param("place", place)
                .param("day", day)
                .update();
        hours.stream()
                .filter(each -> each.practitioner().equals(practitioner)
                        && each.location().equals(place))
                .forEach(each -> add(practice, each));
        audit.append(practice, AuditEntry.of(actor, "changed-hours", "practitioner", practitioner.value()));
    }

    /// The hours that hold on a day or later, by practitioner, weekday and time.
    @Transactional(readOnly = true)
    public List<WorkingHours> from(PracticeId practice, LocalDate day) {
        return jdbc.sql("""
            select practitioner_id, location_id, weekday, opens, closes, effective_from, effective_to
              from scheduling.weekly_hours
             where practice_id = :practice
               and (effective_to is null or effective_to >= :day)
             order by practitioner_id, weekday, opens
            """)
                .param("practice", practice.value())
                .param("day", day)
                .query((rs, _) -> new WorkingHours(
                        new PractitionerId(Columns.uuid(rs, "practitioner_id")),
                        Columns.uuid(rs, "location_id"),
                        DayOfWeek.of(rs.getInt("weekday")),
                        rs.getObject("opens", LocalTime.class),
                        rs.getObject("closes", LocalTime.class),
                        rs.getObject("effective_from", LocalDate.class),
                        rs.getObject("effective_to", LocalDate.class)))
                .list();
    }
}
