package org.needlepoint.charting.unwell;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.SessionId;
import org.needlepoint.charting.ledger.EventId;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables of faints and of arrivals unwell: added to, never changed.
@Repository
class UnwellRows {
    private final JdbcClient jdbc;

    UnwellRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Keeps that the bell was given.
    ///
    /// @return false when it was given before
    boolean giveBell(PracticeId practice, SessionId session, Instant at, UUID by) {
        return jdbc.sql("""
                insert into charting.bell_given (practice_id, session_id, given_at, given_by)
                values (:practice, :session, :at, :by)
                on conflict do nothing
                """)
                        .param("practice", practice.value())
                        .param("session", session.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    Optional<Instant> bell(PracticeId practice, SessionId session) {
        return jdbc.sql("""
                select given_at
                  from charting.bell_given
                 where practice_id = :practice
                   and session_id = :session
                """)
                .param("practice", practice.value())
                .param("session", session.value())
                .query((rs, _) -> instant(rs, "given_at"))
                .optional();
    }

    void add(PracticeId practice, SessionId session, VitalSigns signs, UUID by) {
        jdbc.sql("""
            insert into charting.vital_sign
              (practice_id, id, session_id, event_id, position, systolic, diastolic, pulse, no_driving, taken_at, taken_by)
            values
              (:practice, :id, :session, :event, :position, :systolic, :diastolic, :pulse, :noDriving, :at, :by)
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("session", session.value())
                .param("event", signs.of().value())
                .param("position", signs.measured().position().code())
                .param("systolic", signs.measured().systolic())
                .param("diastolic", signs.measured().diastolic())
                .param("pulse", signs.measured().pulse())
                .param("noDriving", signs.measured().noDriving())
                .param("at", signs.at().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    List<VitalSigns> signs(PracticeId practice, SessionId session) {
        return jdbc.sql("""
                select event_id, position, systolic, diastolic, pulse, no_driving, taken_at
                  from charting.vital_sign
                 where practice_id = :practice
                   and session_id = :session
                 order by taken_at, id
                """)
                .param("practice", practice.value())
                .param("session", session.value())
                .query((rs, _) -> new VitalSigns(
                        new EventId(rs.getObject("event_id", UUID.class)),
                        new Measured(
                                Measured.Position.of(rs.getString("position")),
                                figure(rs, "systolic"),
                                figure(rs, "diastolic"),
                                figure(rs, "pulse"),
                                rs.getBoolean("no_driving")),
                        instant(rs, "taken_at")))
                .list();
    }

    void add(PracticeId practice, AppointmentId visit, PatientId chart, Arrival arrival) {
        jdbc.sql("""
            insert into charting.unwell_arrival
              (practice_id, id, visit_id, patient_id, reported, told, outcome, recorded_at, recorded_by)
            values
              (:practice, :id, :visit, :patient, :reported, :told, :outcome, :at, :by)
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("visit", visit.value())
                .param("patient", chart.value())
                .param("reported", arrival.reported())
                .param("told", arrival.told())
                .param("outcome", arrival.outcome().code())
                .param("at", arrival.at().atOffset(ZoneOffset.UTC))
                .param("by", arrival.by())
                .update();
    }

    Optional<Arrival> arrival(PracticeId practice, AppointmentId visit) {
        return jdbc.sql("""
                select reported, told, outcome, recorded_at, recorded_by
                  from charting.unwell_arrival
                 where practice_id = :practice
                   and visit_id = :visit
                 order by recorded_at desc, id desc
                 limit 1
                """)
                .param("practice", practice.value())
                .param("visit", visit.value())
                .query((rs, _) -> new Arrival(
                        rs.getString("reported"),
                        rs.getString("told"),
                        Arrival.Outcome.of(rs.getString("outcome")),
                        instant(rs, "recorded_at"),
                        rs.getObject("recorded_by", UUID.class)))
                .optional();
    }

    private static @Nullable Integer figure(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, Integer.class);
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }
}
