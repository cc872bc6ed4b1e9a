package org.needlepoint.outcomes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The pain scores of a practice's patients: added to, never changed.
@Repository
public class Scores {
    static final String OF_PATIENTS = """
            select id, visit_id, instrument, moment, kind, value, at
              from outcomes.score
             where practice_id = :practice
               and patient_id in (:patients)
             order by at, id
            """;

    private final JdbcClient jdbc;
    private final Patients patients;
    private final AuditTrail audit;
    private final Clock clock;

    Scores(JdbcClient jdbc, Patients patients, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.patients = patients;
        this.audit = audit;
        this.clock = clock;
    }

    /// Records one answer. The same moment of a visit and kind again is a correction: the later one counts.
    ///
    /// @param chart the patient's chart
    /// @param visit the appointment; null only for a check-in outside any visit
    /// @param nprs  0 to 10
    @Transactional
    public void record(
            PracticeId practice,
            PatientId chart,
            @Nullable UUID visit,
            Instrument instrument,
            Moment moment,
            Kind kind,
            int nprs,
            Actor by) {
        insert(practice, chart, visit, instrument, moment, kind, nprs, by, clock.instant());
    }

    /// Records the pain now and the worst pain of the last 24 hours as one occasion; either may be missing.
    @Transactional
    public void recordPain(
            PracticeId practice,
            PatientId chart,
            @Nullable UUID visit,
            Moment moment,
            @Nullable Integer now,
            @Nullable Integer worst,
            Actor by) {
        var at = clock.instant();
        if (now != null) {
            insert(practice, chart, visit, Instrument.NPRS, moment, Kind.NOW, now, by, at);
        }
        if (worst != null) {
            insert(practice, chart, visit, Instrument.NPRS, moment, Kind.WORST, worst, by, at);
        }
    }

    private void insert(
            PracticeId practice,
            PatientId chart,
            @Nullable UUID visit,
            Instrument instrument,
            Moment moment,
            Kind kind,
            int nprs,
            Actor by,
            Instant at) {
        Score.check(visit, moment, nprs);
        var id = Uuid7.next();
        jdbc.sql("""
            insert into outcomes.score
              (practice_id, id, patient_id, visit_id, instrument, moment, kind, value, at, by_kind, by_id)
            values (:practice, :id, :patient, :visit, :instrument, :moment, :kind, :value, :at, :byKind, :by)
            """)
                .param("practice", practice.value())
                .param("id", id)
                .param("patient", chart.value())
                .param("visit", visit)
                .param("instrument", instrument.name().toLowerCase(Locale.ROOT))
                .param("moment", moment.code())
                .param("kind", kind.code())
                .param("value", nprs)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("byKind", by.kind().name().toLowerCase(Locale.ROOT))
                .param("by", by.id())
                .update();
        var entry = AuditEntry.of(by, "recorded", "pain-score", id).about(chart.value());
        audit.append(practice, visit == null ? entry : entry.during(visit));
    }

    /// The patient's pain over time; scores of provisional patients that are linked to the chart are part of it.
    @Transactional(readOnly = true)
    public Course course(PracticeId practice, PatientId chart) {
        var people = Stream.concat(
                        Stream.of(chart),
                        patients.linkedTo(practice, chart).stream().map(Patient::id))
                .map(PatientId::value)
                .toList();
        return Course.of(jdbc.sql(OF_PATIENTS)
                .param("practice", practice.value())
                .param("patients", people)
                .query((rs, _) -> score(rs))
                .list());
    }

    /// What was said before, after and since a visit.
    @Transactional(readOnly = true)
    public Course ofVisit(PracticeId practice, PatientId chart, UUID visit) {
        List<Course.Occasion> mine = course(practice, chart).occasions().stream()
                .filter(occasion -> visit.equals(occasion.visit()))
                .toList();
        return new Course(mine);
    }

    private static Score score(ResultSet rs) throws SQLException {
        return new Score(
                rs.getObject("id", UUID.class),
                rs.getObject("visit_id", UUID.class),
                Instrument.valueOf(rs.getString("instrument").toUpperCase(Locale.ROOT)),
                Moment.of(rs.getString("moment")),
                Kind.of(rs.getString("kind")),
                rs.getInt("value"),
                rs.getObject("at", OffsetDateTime.class).toInstant());
    }
}
