package org.needlepoint.frontdoor;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.patients.Patients;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Asks whoever holds a link for the birth date before anything changes: five tries, then the phone number (rule P3).
@Service
public class BirthDateTries {
    /// Wrong answers before the link changes nothing any more for a day.
    public static final int MOST = 5;

    private static final Duration COUNTED = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Patients patients;
    private final AuditTrail audit;
    private final Clock clock;

    BirthDateTries(JdbcClient jdbc, Patients patients, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.patients = patients;
        this.audit = audit;
        this.clock = clock;
    }

    /// What an answer was worth.
    public enum Answer {
        RIGHT,
        WRONG,
        /// No more tries; a right answer counts no more either.
        LOCKED
    }

    /// Checks an answer and counts it when it is wrong. Answers to one visit are checked one after the other.
    @Transactional
    public Answer check(PracticeId practice, Appointment appointment, LocalDate birthDate) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:visit, 0)) is null")
                .param("visit", appointment.id().toString())
                .query(Boolean.class)
                .single();
        if (locked(practice, appointment)) {
            return Answer.LOCKED;
        }
        var right = patients.find(practice, appointment.patient())
                .map(patient -> patient.demographics().birthDate().equals(birthDate))
                .orElse(false);
        if (right) {
            return Answer.RIGHT;
        }
        jdbc.sql("""
            insert into frontdoor.birth_date_try (practice_id, id, appointment_id, at)
            values (:practice, :id, :appointment, :now)
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("appointment", appointment.id().value())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        audit.append(
                practice,
                AuditEntry.of(
                                Actor.GUEST,
                                "checked",
                                "appointment",
                                appointment.id().value())
                        .about(appointment.patient().value())
                        .during(appointment.id().value())
                        .denied("wrong birth date"));
        return locked(practice, appointment) ? Answer.LOCKED : Answer.WRONG;
    }

    /// Whether the tries of a visit are used up.
    @Transactional(readOnly = true)
    public boolean locked(PracticeId practice, Appointment appointment) {
        return jdbc.sql("""
            select count(*)
              from frontdoor.birth_date_try
             where practice_id = :practice
               and appointment_id = :appointment
               and at > :since
            """)
                        .param("practice", practice.value())
                        .param("appointment", appointment.id().value())
                        .param("since", OffsetDateTime.ofInstant(clock.instant().minus(COUNTED), ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                >= MOST;
    }
}
