package org.needlepoint.scheduling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.patients.PatientId;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Appointments as pages show them.
@Repository
public class Calendar {
    private static final int WIDEST_OFFSET = 18;

    /// A line of a day's list.
    ///
    /// @param provisional whether the front desk still has to say who the patient is
    /// @param pain        whether pain marks or answers came with the booking
    public record Line(
            Appointment appointment, String practitioner, String patient, boolean provisional, boolean pain) {}

    private static final String LINE = "select " + Appointments.COLUMNS + """
                   , p.name as patient_name, p.awaits_confirmation, d.name as practitioner_name,
                   exists (select 1
                             from scheduling.appointment_pain q
                            where q.practice_id = a.practice_id
                              and q.appointment_id = a.id) as pain
              from scheduling.appointment a
              join patients.patient_name p on p.practice_id = a.practice_id and p.id = a.patient_id
              join credentials.practitioner_name d on d.practice_id = a.practice_id and d.id = a.practitioner_id
             where a.practice_id = :practice
            """;
    static final String DAY = LINE + """
               and a.starts_at >= :from
               and a.starts_at < :to
               and a.local_start >= :midnight
               and a.local_start < :nextMidnight
             order by a.starts_at, d.position, a.id
            """;
    static final String OF_PRACTITIONER = LINE + """
               and a.practitioner_id = :practitioner
               and a.starts_at >= :from
               and a.starts_at < :to
               and a.status not in ('cancelled', 'no-show')
             order by a.starts_at, a.id
            """;
    /// Newest first of each person, then of all: so that the index gives the order, however long the practice's
    /// calendar.
    static final String OF_PATIENTS = "select " + Appointments.COLUMNS + """
              from unnest(:patients::uuid[]) as person (id)
             cross join lateral (select *
                                   from scheduling.appointment own
                                  where own.practice_id = :practice
                                    and own.patient_id = person.id
                                  order by own.starts_at desc, own.id desc
                                  limit :skip + :limit) a
             order by a.starts_at desc, a.id desc
             limit :limit
            offset :skip
            """;
    static final String CAME_BEFORE = """
            select exists (select 1
                             from scheduling.appointment a
                            where a.practice_id = :practice
                              and a.patient_id = any(:patients)
                              and a.starts_at < :before
                              and a.status = 'completed')
            """;

    private final JdbcClient jdbc;
    private final Appointments appointments;

    Calendar(JdbcClient jdbc, Appointments appointments) {
        this.jdbc = jdbc;
        this.appointments = appointments;
    }

    /// The visits that start on a local date, each by its own location's zone, in order of start; cancelled ones
    /// included.
    @Transactional(readOnly = true)
    public List<Line> day(PracticeId practice, LocalDate date) {
        return days(practice, date, date);
    }

    /// The same of several days, both ends included.
    @Transactional(readOnly = true)
    public List<Line> days(PracticeId practice, LocalDate first, LocalDate last) {
        var midnight = first.atStartOfDay();
        var end = last.plusDays(1).atStartOfDay();
        return jdbc.sql(DAY)
                .param("practice", practice.value())
                .param("from", midnight.atOffset(ZoneOffset.UTC).minusHours(WIDEST_OFFSET))
                .param("to", end.atOffset(ZoneOffset.UTC).plusHours(WIDEST_OFFSET))
                .param("midnight", midnight)
                .param("nextMidnight", end)
                .query((rs, _) -> line(rs))
                .list();
    }

    /// The visits of a practitioner that start between two instants and take place, in order of start.
    @Transactional(readOnly = true)
    public List<Line> ofPractitioner(PracticeId practice, PractitionerId practitioner, Instant from, Instant to) {
        return jdbc.sql(OF_PRACTITIONER)
                .param("practice", practice.value())
                .param("practitioner", practitioner.value())
                .param("from", Columns.utc(from))
                .param("to", Columns.utc(to))
                .query((rs, _) -> line(rs))
                .list();
    }

    private Line line(ResultSet rs) throws SQLException {
        return new Line(
                appointments.appointment(rs),
                rs.getString("practitioner_name"),
                rs.getString("patient_name"),
                rs.getBoolean("awaits_confirmation"),
                rs.getBoolean("pain"));
    }

    /// One appointment; empty when the practice has none of that id.
    @Transactional(readOnly = true)
    public Optional<Appointment> find(PracticeId practice, AppointmentId id) {
        return appointments.find(practice, id);
    }

    /// What came with it; [PainReport#NONE] when nothing did.
    @Transactional(readOnly = true)
    public PainReport painOf(PracticeId practice, AppointmentId id) {
        return appointments.painOf(practice, id);
    }

    /// The visits of a patient, or of a chart and the provisional patients linked to it, newest first.
    ///
    /// @param limit how many at most, 1..200
    @Transactional(readOnly = true)
    public List<Appointment> ofPatients(PracticeId practice, Collection<PatientId> patients, int limit) {
        return ofPatients(practice, patients, 0, limit);
    }

    /// The same without the newest.
    ///
    /// @param skip how many to leave away, 0 or more
    @Transactional(readOnly = true)
    public List<Appointment> ofPatients(PracticeId practice, Collection<PatientId> patients, int skip, int limit) {
        return jdbc.sql(OF_PATIENTS)
                .param("practice", practice.value())
                .param("patients", ids(patients))
                .param("skip", skip)
                .param("limit", limit)
                .query((rs, _) -> appointments.appointment(rs))
                .list();
    }

    /// Whether a patient, or any of the provisional patients linked to a chart, has completed a visit before a time.
    @Transactional(readOnly = true)
    public boolean cameBefore(PracticeId practice, Collection<PatientId> patients, Instant before) {
        return jdbc.sql(CAME_BEFORE)
                .param("practice", practice.value())
                .param("patients", ids(patients))
                .param("before", Columns.utc(before))
                .query(Boolean.class)
                .single();
    }

    private static UUID[] ids(Collection<PatientId> patients) {
        return patients.stream().map(PatientId::value).distinct().toArray(UUID[]::new);
    }
}
