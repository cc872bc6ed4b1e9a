package org.needlepoint.credentials;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What practitioners hold: courses, certificates, permits; and their licences, each under the code of its state, such
/// as
/// `licence-us-md`.
@Repository
public class HeldCredentials {
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    HeldCredentials(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /// Notes that a practitioner holds one; noted again from the same day, its end is changed.
    @Transactional
    public void note(PracticeId practice, HeldCredential held, Actor actor) {
        jdbc.sql("""
            insert into credentials.held_credential (practice_id, practitioner_id, code, valid_from, valid_to)
            values (:practice, :practitioner, :code, :validFrom, :validTo)
            on conflict (practice_id, practitioner_id, code, valid_from) do update set valid_to = excluded.valid_to
            """)
                .param("practice", practice.value())
                .param("practitioner", held.practitioner().value())
                .param("code", held.code())
                .param("validFrom", held.validFrom())
                .param("validTo", held.validTo())
                .update();
        audit.append(
                practice,
                AuditEntry.of(
                        actor,
                        "noted-credential",
                        "practitioner",
                        held.practitioner().value()));
    }

    /// All that anybody holds or held, by practitioner and day.
    @Transactional(readOnly = true)
    public List<HeldCredential> all(PracticeId practice) {
        return jdbc.sql("""
            select practitioner_id, code, valid_from, valid_to
              from credentials.held_credential
             where practice_id = :practice
            union all
            select *
              from (select distinct on (practitioner_id, jurisdiction)
                           practitioner_id, ('licence-' || lower(jurisdiction)) collate "C", issued, expires
                      from credentials.licence
                     where practice_id = :practice
                     order by practitioner_id, jurisdiction, recorded_at desc, id desc) licence
             order by practitioner_id, code, valid_from
            """)
                .param("practice", practice.value())
                .query((rs, _) -> new HeldCredential(
                        new PractitionerId(rs.getObject("practitioner_id", UUID.class)),
                        rs.getString("code"),
                        rs.getObject("valid_from", LocalDate.class),
                        rs.getObject("valid_to", LocalDate.class)))
                .list();
    }
}
