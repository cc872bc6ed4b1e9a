package org.needlepoint.scheduling;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    static final String DAY = "select " + Appointments.COLUMNS + """
                   , p.name as patient_name, p.awaits_confirmation, d.name as practitioner_name,
                   exists (select 1
                             from scheduling.appointment_pain q
                            where q.practice_id = a.practice_id
                              and q.appointment_id = a.id) as pain
              from scheduling.appointment a
              join patients.patient_name p on p.practice_id = a.practice_id and p.id = a.patient_id
              join credentials.practitioner_name d on d.practice_id = a.practice_id and d.id = a.practitioner_id
             where a.practice_id = :practice
               and a.starts_at >= :from
               and a.starts_at < :to
               and a.local_start >= :midnight
               and a.local_start < :nextMidnight
             order by a.starts_at, d.position, a.id
            """;
    static final String OF_PATIENT = "select " + Appointments.COLUMNS + """
              from scheduling.appointment a
             where a.practice_id = :practice
               and a.patient_id = any(:patients)
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
                .query((rs, _) -> new Line(
                        appointments.appointment(rs),
                        rs.getString("practitioner_name"),
                        rs.getString("patient_name"),
                        rs.getBoolean("awaits_confirmation"),
                        rs.getBoolean("pain")))
                .list();
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
        return jdbc
                .sql(OF_PATIENT)
                .param("practice", practice.value())
                .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .query((rs, _) -> appointments.appointment(rs))
                .list()
                .stream()
                .sorted(Comparator.comparing(Appointment::startsAt).reversed())
                .limit(limit)
                .toList();
    }
}
