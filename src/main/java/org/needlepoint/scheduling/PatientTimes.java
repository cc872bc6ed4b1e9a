package org.needlepoint.scheduling;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The time that coming visits take of patients, whose charts may turn out to be one person's.
@Repository
class PatientTimes {
    private final JdbcClient jdbc;

    PatientTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The first coming visit of a patient at whose time another patient has one too.
    Optional<AppointmentId> bothAtOnce(PracticeId practice, UUID patient, UUID other, Instant now) {
        return jdbc.sql("""
            select o.appointment_id
              from scheduling.occupancy o
              join scheduling.occupancy p
                on p.practice_id = o.practice_id
               and p.resource_id = :other
               and p.starts_at < o.ends_at
               and p.starts_at > o.starts_at - interval '24 hours'
               and p.ends_at > o.starts_at
             where o.practice_id = :practice
               and o.resource_id = :patient
               and o.starts_at > :dayBefore
               and o.ends_at > :now
             order by o.starts_at
             limit 1
            """)
                .param("practice", practice.value())
                .param("patient", patient)
                .param("other", other)
                .param("dayBefore", Columns.utc(now.minusSeconds(86_400)))
                .param("now", Columns.utc(now))
                .query((rs, _) -> new AppointmentId(Columns.uuid(rs, "appointment_id")))
                .optional();
    }

    /// Lets the coming visits booked for a patient take the time of another, who is the same person.
    void handOver(PracticeId practice, UUID bookedFor, UUID from, UUID to, Instant now) {
        jdbc.sql("""
            update scheduling.occupancy
               set resource_id = :to
             where practice_id = :practice
               and resource_id = :from
               and starts_at > :dayBefore
               and ends_at > :now
               and appointment_id in (select a.id
                                        from scheduling.appointment a
                                       where a.practice_id = :practice
                                         and a.patient_id = :bookedFor)
            """)
                .param("practice", practice.value())
                .param("bookedFor", bookedFor)
                .param("from", from)
                .param("to", to)
                .param("dayBefore", Columns.utc(now.minusSeconds(86_400)))
                .param("now", Columns.utc(now))
                .update();
        jdbc.sql("""
            update scheduling.awaited_place
               set resource_id = :to
             where practice_id = :practice
               and resource_id = :from
               and appointment_id in (select a.id
                                        from scheduling.appointment a
                                       where a.practice_id = :practice
                                         and a.patient_id = :bookedFor)
            """)
                .param("practice", practice.value())
                .param("bookedFor", bookedFor)
                .param("from", from)
                .param("to", to)
                .update();
    }
}
