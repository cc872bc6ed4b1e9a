package org.needlepoint.credentials.entitlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.credentials.Profession;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The rules that a practice's owner confirmed: added to, never changed.
@Repository
public class PracticeRules {
    private static final String COLUMNS = """
            jurisdiction, profession, permits, hours, hours_in_person, hours_before_needling, years_licensed,
            supervised_sessions, written_consent, referral, regions, limits, proposed, source, word, valid_from, review_on
            """;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    PracticeRules(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// Confirms a rule; from its first day on it stands in place of an earlier one.
    @Transactional
    public void confirm(PracticeId practice, PracticeRule rule, Actor by) {
        var id = Uuid7.next();
        var asked = rule.requirements();
        jdbc.sql("""
            insert into credentials.practice_rule
              (practice_id, id, jurisdiction, profession, permits, hours, hours_in_person, hours_before_needling,
               years_licensed, supervised_sessions, written_consent, referral, regions, limits, proposed, source, word,
               valid_from, review_on, confirmed_at, confirmed_by)
            values
              (:practice, :id, :jurisdiction, :profession, :permits, :hours, :inPerson, :before, :years, :sessions,
               :written, :referral, :regions, :limits, :proposed, :source, :word, :from, :review, :now, :by)
            """)
                .param("practice", practice.value())
                .param("id", id)
                .param("jurisdiction", rule.jurisdiction().code())
                .param("profession", rule.profession().code())
                .param("permits", rule.permits())
                .param("hours", asked.hours())
                .param("inPerson", asked.hoursInPerson())
                .param("before", asked.hoursBeforeNeedling())
                .param("years", asked.yearsLicensed())
                .param("sessions", asked.supervisedSessions())
                .param("written", asked.writtenConsent())
                .param("referral", asked.referral())
                .param("regions", asked.regions().stream().sorted().toArray(String[]::new))
                .param("limits", asked.limits())
                .param("proposed", rule.proposed().code())
                .param("source", rule.source())
                .param("word", rule.word())
                .param("from", rule.validFrom())
                .param("review", rule.reviewOn())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .update();
        audit.append(practice, AuditEntry.of(by, "confirmed", "practice-rule", id));
    }

    /// The rule that stands on a day: the latest confirmed of those that had begun.
    @Transactional(readOnly = true)
    public Optional<PracticeRule> standing(
            PracticeId practice, Jurisdiction jurisdiction, Profession profession, LocalDate day) {
        return jdbc.sql("select " + COLUMNS + """
                  from credentials.practice_rule
                 where practice_id = :practice
                   and jurisdiction = :jurisdiction
                   and profession = :profession
                   and valid_from <= :day
                 order by confirmed_at desc, id desc
                 limit 1
                """)
                .param("practice", practice.value())
                .param("jurisdiction", jurisdiction.code())
                .param("profession", profession.code())
                .param("day", day)
                .query((rs, _) -> rule(rs))
                .optional();
    }

    /// Every rule that was ever confirmed, the latest first.
    @Transactional(readOnly = true)
    public List<PracticeRule> all(PracticeId practice) {
        return jdbc.sql("select " + COLUMNS + """
                  from credentials.practice_rule
                 where practice_id = :practice
                 order by confirmed_at desc, id desc
                """)
                .param("practice", practice.value())
                .query((rs, _) -> rule(rs))
                .list();
    }

    private static PracticeRule rule(ResultSet rs) throws SQLException {
        return new PracticeRule(
                new Jurisdiction(rs.getString("jurisdiction")),
                Profession.of(rs.getString("profession")),
                rs.getBoolean("permits"),
                new Requirements(
                        rs.getInt("hours"),
                        rs.getInt("hours_in_person"),
                        rs.getInt("hours_before_needling"),
                        rs.getInt("years_licensed"),
                        rs.getInt("supervised_sessions"),
                        rs.getBoolean("written_consent"),
                        rs.getBoolean("referral"),
                        Set.of((String[]) rs.getArray("regions").getArray()),
                        rs.getString("limits")),
                Proposal.Standing.of(rs.getString("proposed")),
                rs.getString("source"),
                rs.getString("word"),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("review_on", LocalDate.class));
    }
}
