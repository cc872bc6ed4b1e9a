package org.needlepoint.frontdoor.reminders;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.patients.PatientId;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// How people want to be reached.
@Repository
public class Preferences {
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    /// The ways to choose from. NONE: no reminders; what a patient must know of a visit still comes.
    public enum Wish {
        EMAIL,
        SMS,
        NONE;

        /// The word in the table, in forms and in message keys.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The wish of a form's word; empty for any other word.
        public static Optional<Wish> of(String code) {
            for (var wish : values()) {
                if (wish.code().equals(code)) {
                    return Optional.of(wish);
                }
            }
            return Optional.empty();
        }
    }

    Preferences(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// What a patient wished; empty when nobody ever asked.
    @Transactional(readOnly = true)
    public Optional<Wish> of(PracticeId practice, PatientId patient) {
        return jdbc.sql("""
            select way
              from frontdoor.contact_preference
             where practice_id = :practice
               and patient_id = :patient
            """)
                .param("practice", practice.value())
                .param("patient", patient.value())
                .query(String.class)
                .optional()
                .flatMap(Wish::of);
    }

    /// Keeps a wish; the last one counts.
    @Transactional
    public void keep(PracticeId practice, PatientId patient, Wish wish, Actor actor) {
        jdbc.sql("""
            insert into frontdoor.contact_preference as p (practice_id, patient_id, way, changed_at)
            values (:practice, :patient, :way, :now)
            on conflict (practice_id, patient_id)
            do update set way = excluded.way, version = p.version + 1, changed_at = excluded.changed_at
            """)
                .param("practice", practice.value())
                .param("patient", patient.value())
                .param("way", wish.code())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        audit.append(
                practice,
                AuditEntry.of(actor, "set", "contact-preference", patient.value())
                        .about(patient.value()));
    }
}
