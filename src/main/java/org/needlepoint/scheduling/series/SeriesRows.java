package org.needlepoint.scheduling.series;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.ServiceId;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables of series.
@Repository
class SeriesRows {
    private static final String SELECT = """
            select id, patient_id, service_id, first_day, weeks, every_weeks, weekdays, earliest, latest, days_apart, booked_at
              from scheduling.series
             where practice_id = :practice
            """;

    private final JdbcClient jdbc;

    SeriesRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PracticeId practice, Series series) {
        var rhythm = series.rhythm();
        jdbc.sql("""
            insert into scheduling.series
              (practice_id, id, patient_id, service_id, first_day, weeks, every_weeks, weekdays, earliest, latest, days_apart,
               booked_at)
            values
              (:practice, :id, :patient, :service, :first, :weeks, :everyWeeks, :weekdays, :earliest, :latest, :daysApart,
               :now)
            """)
                .param("practice", practice.value())
                .param("id", series.id().value())
                .param("patient", series.patient().value())
                .param("service", series.service().value())
                .param("first", rhythm.first())
                .param("weeks", rhythm.weeks())
                .param("everyWeeks", rhythm.everyWeeks())
                .param(
                        "weekdays",
                        rhythm.weekdays().stream()
                                .map(DayOfWeek::getValue)
                                .sorted()
                                .toArray(Integer[]::new))
                .param("earliest", rhythm.earliest())
                .param("latest", rhythm.latest())
                .param("daysApart", rhythm.daysApart())
                .param("now", OffsetDateTime.ofInstant(series.bookedAt(), ZoneOffset.UTC))
                .update();
    }

    /// The local days on which a person has visits of a service, in order; some of the days beside them may be among
    /// them.
    ///
    /// @param but visits that do not count
    List<LocalDate> daysOf(
            PracticeId practice,
            Collection<PatientId> names,
            ServiceId service,
            LocalDate first,
            LocalDate last,
            Collection<AppointmentId> but) {
        return jdbc.sql("""
            select local_start
              from scheduling.appointment
             where practice_id = :practice
               and patient_id = any(:names)
               and starts_at >= :from
               and starts_at < :to
               and service_id = :service
               and status not in ('cancelled', 'no-show')
               and not id = any(:but)
             order by local_start
            """)
                .param("practice", practice.value())
                .param("names", names.stream().map(PatientId::value).toArray(UUID[]::new))
                .param("from", first.minusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))
                .param("to", last.plusDays(2).atStartOfDay().atOffset(ZoneOffset.UTC))
                .param("service", service.value())
                .param("but", but.stream().map(AppointmentId::value).toArray(UUID[]::new))
                .query((rs, _) ->
                        rs.getObject("local_start", LocalDateTime.class).toLocalDate())
                .list();
    }

    /// Says of visits, in the transaction that books them, to which series they belong.
    void assign(PracticeId practice, SeriesId series, Collection<AppointmentId> visits) {
        jdbc.sql("""
            update scheduling.appointment
               set series_id = :series
             where practice_id = :practice
               and id = any(:visits)
            """)
                .param("practice", practice.value())
                .param("series", series.value())
                .param("visits", visits.stream().map(AppointmentId::value).toArray(UUID[]::new))
                .update();
    }

    /// Notes a version of a visit as told to the patient with another visit's news.
    void noteToldWithAnother(PracticeId practice, AppointmentId visit, int version) {
        jdbc.sql("""
            insert into scheduling.told_with_another (practice_id, appointment_id, version)
            values (:practice, :visit, :version)
            on conflict do nothing
            """)
                .param("practice", practice.value())
                .param("visit", visit.value())
                .param("version", version)
                .update();
    }

    boolean toldWithAnother(PracticeId practice, AppointmentId visit, int version) {
        return jdbc.sql("""
            select exists (select 1
                             from scheduling.told_with_another
                            where practice_id = :practice
                              and appointment_id = :visit
                              and version = :version)
            """)
                .param("practice", practice.value())
                .param("visit", visit.value())
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    Optional<Series> find(PracticeId practice, SeriesId id) {
        return jdbc.sql(SELECT + "   and id = :id")
                .param("practice", practice.value())
                .param("id", id.value())
                .query((rs, _) -> series(rs, visits(practice, id)))
                .optional();
    }

    List<Series> of(PracticeId practice, Collection<PatientId> patients) {
        return jdbc
                .sql(SELECT + "   and patient_id = any(:patients)\n order by booked_at desc, id desc")
                .param("practice", practice.value())
                .param("patients", patients.stream().map(PatientId::value).toArray(UUID[]::new))
                .query((rs, _) -> new SeriesId(rs.getObject("id", UUID.class)))
                .list()
                .stream()
                .flatMap(id -> find(practice, id).stream())
                .toList();
    }

    /// Holds the visits until the transaction ends, in the order in which every booking takes them.
    List<Series.Visit> lockVisits(PracticeId practice, SeriesId series) {
        return visits(practice, series, "for update");
    }

    private List<Series.Visit> visits(PracticeId practice, SeriesId series) {
        return visits(practice, series, "");
    }

    private List<Series.Visit> visits(PracticeId practice, SeriesId series, String lock) {
        return jdbc.sql("""
            select id, status, local_start, starts_at, practitioner_id, version
              from scheduling.appointment
             where practice_id = :practice
               and series_id = :series
             order by starts_at, id
            """ + lock)
                .param("practice", practice.value())
                .param("series", series.value())
                .query((rs, _) -> new Series.Visit(
                        new AppointmentId(rs.getObject("id", UUID.class)),
                        status(rs.getString("status")),
                        rs.getObject("local_start", LocalDateTime.class),
                        instant(rs, "starts_at"),
                        new PractitionerId(rs.getObject("practitioner_id", UUID.class)),
                        rs.getInt("version")))
                .list();
    }

    private static Series series(ResultSet rs, List<Series.Visit> visits) throws SQLException {
        return new Series(
                new SeriesId(rs.getObject("id", UUID.class)),
                new PatientId(rs.getObject("patient_id", UUID.class)),
                new ServiceId(rs.getObject("service_id", UUID.class)),
                new Rhythm(
                        rs.getObject("first_day", LocalDate.class),
                        rs.getInt("weeks"),
                        rs.getInt("every_weeks"),
                        Arrays.stream((Integer[]) rs.getArray("weekdays").getArray())
                                .map(DayOfWeek::of)
                                .collect(Collectors.toSet()),
                        rs.getObject("earliest", LocalTime.class),
                        rs.getObject("latest", LocalTime.class),
                        rs.getInt("days_apart")),
                instant(rs, "booked_at"),
                visits);
    }

    private static Status status(String code) {
        return Arrays.stream(Status.values())
                .filter(status -> status.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }
}
