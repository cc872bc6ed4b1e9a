package org.needlepoint.scheduling.hours;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.Closure;
import org.needlepoint.scheduling.Timetable;
import org.needlepoint.scheduling.Timetables;
import org.needlepoint.scheduling.VisitsAhead;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Booked visits that lie outside the hours of their practitioner. They are found anew each time, whatever made
/// them so: nothing drops off the list before it is moved, cancelled or over, or the hours hold it again.
@Repository
public class Conflicts {
    private final VisitsAhead visitsAhead;
    private final Timetables timetables;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Conflicts(VisitsAhead visitsAhead, Timetables timetables, JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.visitsAhead = visitsAhead;
        this.timetables = timetables;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// A visit that no longer fits.
    ///
    /// @param against the entry that takes its time; null when the weekly hours do
    /// @param choice  what was decided for this time of the visit; null: nothing yet
    public record Standing(
            Appointment visit,
            @Nullable Closure against,
            @Nullable VisitChoice choice) {
        /// Whether somebody still has to do something.
        public boolean open() {
            return choice != VisitChoice.KEEP;
        }
    }

    private record Chosen(VisitChoice choice, Instant startsAt) {}

    /// All of them, by start.
    @Transactional(readOnly = true)
    public List<Standing> standing(PracticeId practice) {
        var now = clock.instant();
        var timetable = timetables.from(
                practice, LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1));
        var choices = choices(practice);
        return visitsAhead.from(practice, now).stream()
                .filter(visit -> !timetable.allows(visit))
                .map(visit -> new Standing(
                        visit, timetable.against(visit).orElse(null), choice(choices.get(visit.id()), visit)))
                .toList();
    }

    private static @Nullable VisitChoice choice(@Nullable Chosen chosen, Appointment visit) {
        return chosen != null && chosen.startsAt().equals(visit.startsAt()) ? chosen.choice() : null;
    }

    private Map<AppointmentId, Chosen> choices(PracticeId practice) {
        var found = new HashMap<AppointmentId, Chosen>();
        jdbc.sql("""
            select appointment_id, choice, starts_at
              from scheduling.visit_choice
             where practice_id = :practice
            """).param("practice", practice.value()).query(rs -> {
            found.put(
                    new AppointmentId(rs.getObject("appointment_id", UUID.class)),
                    new Chosen(
                            VisitChoice.of(rs.getString("choice")),
                            rs.getObject("starts_at", OffsetDateTime.class).toInstant()));
        });
        return found;
    }

    /// The visits that fit now and would not after a change, by start.
    List<Appointment> arising(PracticeId practice, Timetable before, Timetable after) {
        return visitsAhead.from(practice, clock.instant()).stream()
                .filter(visit -> before.allows(visit) && !after.allows(visit))
                .toList();
    }

    /// Notes what was decided about a visit at its present time; the last word counts.
    @Transactional
    public void choose(PracticeId practice, Appointment visit, VisitChoice choice, Actor actor) {
        jdbc.sql("""
            insert into scheduling.visit_choice (practice_id, appointment_id, choice, starts_at, chosen_by, chosen_at)
            values (:practice, :visit, :choice, :startsAt, :by, :now)
            on conflict (practice_id, appointment_id) do update
               set choice = excluded.choice, starts_at = excluded.starts_at, chosen_by = excluded.chosen_by,
                   chosen_at = excluded.chosen_at
            """)
                .param("practice", practice.value())
                .param("visit", visit.id().value())
                .param("choice", choice.code())
                .param("startsAt", utc(visit.startsAt()))
                .param("by", actor.id())
                .param("now", utc(clock.instant()))
                .update();
        audit.append(
                practice,
                AuditEntry.of(
                                actor,
                                "chose-" + choice.code(),
                                "appointment",
                                visit.id().value())
                        .about(visit.patient().value())
                        .during(visit.id().value()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
