package org.needlepoint.aftercare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.aftercare.CheckIn.State;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.patients.PatientId;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The times at which patients are asked, and who did not answer.
@Repository
public class CheckIns {
    private static final int MOST_LISTED = 100;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    CheckIns(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// Somebody who answered neither time: one line, however many check-ins went by.
    ///
    /// @param plan  what it is about
    /// @param since when the first unanswered question went out
    public record Silent(PlanId plan, PatientId patient, UUID visit, Instant since) {}

    /// Keeps a time to ask; the same window of a plan again changes nothing.
    ///
    /// @return its id; empty when there was one
    Optional<UUID> keep(PracticeId practice, PlanId plan, CheckInRule.Due due) {
        return jdbc.sql("""
            insert into aftercare.check_in
              (practice_id, id, plan_id, moment, ask_at, next_at, state, changed_at)
            values (:practice, :id, :plan, :moment, :at, :at, 'planned', :now)
            on conflict (practice_id, plan_id, moment) do nothing
            returning id
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("plan", plan.value())
                .param("moment", CheckIn.code(due.window()))
                .param("at", Plans.utc(due.at()))
                .param("now", Plans.utc(clock.instant()))
                .query(UUID.class)
                .optional();
    }

    /// Holds the row until the transaction ends.
    Optional<CheckIn> lock(PracticeId practice, UUID id) {
        return jdbc.sql("""
            select id, plan_id, moment, ask_at, next_at, state
              from aftercare.check_in
             where practice_id = :practice
               and id = :id
               for update
            """)
                .param("practice", practice.value())
                .param("id", id)
                .query((rs, _) -> checkIn(rs))
                .optional();
    }

    void move(PracticeId practice, UUID id, State state, Instant nextAt) {
        jdbc.sql("""
            update aftercare.check_in
               set state = :state, next_at = :next, version = version + 1, changed_at = :now
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", id)
                .param("state", state.code())
                .param("next", Plans.utc(nextAt))
                .param("now", Plans.utc(clock.instant()))
                .update();
    }

    /// The patient has spoken: whatever was asked so far is answered.
    void answered(PracticeId practice, PlanId plan, ReportId report) {
        jdbc.sql("""
            update aftercare.check_in
               set state = 'answered', report_id = :report, version = version + 1, changed_at = :now
             where practice_id = :practice
               and plan_id = :plan
               and state in ('asked', 'asked-again', 'unanswered')
            """)
                .param("practice", practice.value())
                .param("plan", plan.value())
                .param("report", report.value())
                .param("now", Plans.utc(clock.instant()))
                .update();
    }

    /// The check-ins of a plan, in the order of time.
    @Transactional(readOnly = true)
    public List<CheckIn> of(PracticeId practice, PlanId plan) {
        return jdbc.sql("""
            select id, plan_id, moment, ask_at, next_at, state
              from aftercare.check_in
             where practice_id = :practice
               and plan_id = :plan
             order by ask_at, id
            """)
                .param("practice", practice.value())
                .param("plan", plan.value())
                .query((rs, _) -> checkIn(rs))
                .list();
    }

    /// Who has not answered, the longest silence first.
    @Transactional(readOnly = true)
    public List<Silent> silent(PracticeId practice) {
        return jdbc.sql("""
            select p.id, p.patient_id, p.visit_id, min(c.ask_at) as since
              from aftercare.check_in c
              join aftercare.plan p
                on p.practice_id = c.practice_id
               and p.id = c.plan_id
             where c.practice_id = :practice
               and c.state = 'unanswered'
             group by p.id, p.patient_id, p.visit_id
             order by since
             limit :most
            """)
                .param("practice", practice.value())
                .param("most", MOST_LISTED)
                .query((rs, _) -> new Silent(
                        new PlanId(rs.getObject("id", UUID.class)),
                        new PatientId(rs.getObject("patient_id", UUID.class)),
                        rs.getObject("visit_id", UUID.class),
                        rs.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// Somebody has seen to a silent patient: the line leaves the morning list.
    @Transactional
    public void seen(PracticeId practice, UUID visit, Actor by) {
        var plan = jdbc.sql("""
            select id, patient_id
              from aftercare.plan
             where practice_id = :practice
               and visit_id = :visit
            """)
                .param("practice", practice.value())
                .param("visit", visit)
                .query((rs, _) -> new Silent(
                        new PlanId(rs.getObject("id", UUID.class)),
                        new PatientId(rs.getObject("patient_id", UUID.class)),
                        visit,
                        clock.instant()))
                .optional()
                .orElseThrow(NotFound::new);
        int lines = jdbc.sql("""
            update aftercare.check_in
               set state = 'seen', version = version + 1, changed_at = :now
             where practice_id = :practice
               and plan_id = :plan
               and state = 'unanswered'
            """)
                .param("practice", practice.value())
                .param("plan", plan.plan().value())
                .param("now", Plans.utc(clock.instant()))
                .update();
        if (lines > 0) {
            audit.append(
                    practice,
                    AuditEntry.of(by, "saw-to", "check-in", plan.plan().value())
                            .about(plan.patient().value())
                            .during(visit));
        }
    }

    private static CheckIn checkIn(ResultSet rs) throws SQLException {
        return new CheckIn(
                rs.getObject("id", UUID.class),
                new PlanId(rs.getObject("plan_id", UUID.class)),
                CheckIn.window(rs.getString("moment")),
                rs.getObject("ask_at", OffsetDateTime.class).toInstant(),
                rs.getObject("next_at", OffsetDateTime.class).toInstant(),
                State.of(rs.getString("state")));
    }
}
