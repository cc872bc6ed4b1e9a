package org.needlepoint.credentials.entitlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What practitioners have: licences and courses, as somebody saw them. Added to, never changed.
@Repository
public class QualificationRecords {
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    QualificationRecords(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// Notes a licence; from now on it stands in place of the one noted before for the same jurisdiction.
    @Transactional
    public void note(PracticeId practice, Licence licence, Actor by) {
        jdbc.sql("""
            insert into credentials.licence
              (practice_id, id, practitioner_id, jurisdiction, number, issued, expires, check_again, recorded_at, recorded_by)
            values
              (:practice, :id, :practitioner, :jurisdiction, :number, :issued, :expires, :checkAgain, :now, :by)
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("practitioner", licence.practitioner().value())
                .param("jurisdiction", licence.jurisdiction().code())
                .param("number", licence.number())
                .param("issued", licence.issued())
                .param("expires", licence.expires())
                .param("checkAgain", licence.checkAgain())
                .param("now", now())
                .param("by", by.id())
                .update();
        append(practice, "noted-licence", licence.practitioner(), by);
    }

    /// Notes a completed course; [Training#struck] is not read.
    @Transactional
    public void note(PracticeId practice, Training training, Actor by) {
        jdbc.sql("""
            insert into credentials.training
              (practice_id, id, practitioner_id, course, hours, in_person, sessions, completed, evidence, recorded_at,
               recorded_by)
            values
              (:practice, :id, :practitioner, :course, :hours, :inPerson, :sessions, :completed, :evidence, :now, :by)
            """)
                .param("practice", practice.value())
                .param("id", training.id())
                .param("practitioner", training.practitioner().value())
                .param("course", training.course())
                .param("hours", training.hours())
                .param("inPerson", training.inPerson())
                .param("sessions", training.sessions())
                .param("completed", training.completed())
                .param("evidence", training.evidence())
                .param("now", now())
                .param("by", by.id())
                .update();
        append(practice, "noted-training", training.practitioner(), by);
    }

    /// Says that a course was entered in error; said again it changes nothing.
    ///
    /// @param reason 1..500 characters
    /// @throws NotFound when that practitioner has no such course
    @Transactional
    public void strike(PracticeId practice, PractitionerId practitioner, UUID training, String reason, Actor by) {
        if (training(practice, practitioner).stream().noneMatch(it -> it.id().equals(training))) {
            throw new NotFound();
        }
        int struck = jdbc.sql("""
            insert into credentials.struck_training (practice_id, training_id, reason, struck_at, struck_by)
            values (:practice, :training, :reason, :now, :by)
            on conflict do nothing
            """)
                .param("practice", practice.value())
                .param("training", training)
                .param("reason", reason)
                .param("now", now())
                .param("by", by.id())
                .update();
        if (struck > 0) {
            append(practice, "struck-training", practitioner, by);
        }
    }

    /// All that a practitioner has.
    @Transactional(readOnly = true)
    public Qualifications of(PracticeId practice, PractitionerId practitioner) {
        return new Qualifications(
                licences(practice, practitioner), training(practice, practitioner), signedOff(practice, practitioner));
    }

    private List<Licence> licences(PracticeId practice, PractitionerId practitioner) {
        return jdbc.sql("""
                select distinct on (jurisdiction) jurisdiction, number, issued, expires, check_again
                  from credentials.licence
                 where practice_id = :practice
                   and practitioner_id = :practitioner
                 order by jurisdiction, recorded_at desc, id desc
                """)
                .param("practice", practice.value())
                .param("practitioner", practitioner.value())
                .query((rs, _) -> new Licence(
                        practitioner,
                        new Jurisdiction(rs.getString("jurisdiction")),
                        rs.getString("number"),
                        rs.getObject("issued", LocalDate.class),
                        rs.getObject("expires", LocalDate.class),
                        rs.getObject("check_again", LocalDate.class)))
                .list();
    }

    private List<Training> training(PracticeId practice, PractitionerId practitioner) {
        return jdbc.sql("""
                select t.id, t.course, t.hours, t.in_person, t.sessions, t.completed, t.evidence, s.reason
                  from credentials.training t
                  left join credentials.struck_training s on s.practice_id = t.practice_id and s.training_id = t.id
                 where t.practice_id = :practice
                   and t.practitioner_id = :practitioner
                 order by t.completed desc, t.id desc
                """)
                .param("practice", practice.value())
                .param("practitioner", practitioner.value())
                .query((rs, _) -> training(rs, practitioner))
                .list();
    }

    private static Training training(ResultSet rs, PractitionerId practitioner) throws SQLException {
        return new Training(
                rs.getObject("id", UUID.class),
                practitioner,
                rs.getString("course"),
                rs.getInt("hours"),
                rs.getBoolean("in_person"),
                rs.getInt("sessions"),
                rs.getObject("completed", LocalDate.class),
                rs.getString("evidence"),
                rs.getString("reason"));
    }

    private List<LocalDate> signedOff(PracticeId practice, PractitionerId practitioner) {
        return jdbc.sql("""
                select s.held_on
                  from credentials.supervised_session s
                  join lateral (select o.outcome
                                  from credentials.sign_off o
                                 where o.practice_id = s.practice_id
                                   and o.session_id = s.id
                                 order by o.signed_at desc, o.id desc
                                 limit 1) latest on latest.outcome = 'accepted'
                 where s.practice_id = :practice
                   and s.practitioner_id = :practitioner
                """)
                .param("practice", practice.value())
                .param("practitioner", practitioner.value())
                .query((rs, _) -> rs.getObject("held_on", LocalDate.class))
                .list();
    }

    private void append(PracticeId practice, String action, PractitionerId practitioner, Actor by) {
        audit.append(practice, AuditEntry.of(by, action, "practitioner", practitioner.value()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
