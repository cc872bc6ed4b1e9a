package org.needlepoint.aftercare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.aftercare.Concern.Act;
import org.needlepoint.aftercare.Concern.State;
import org.needlepoint.aftercare.Concern.Step;
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

/// The worklist of answers that mean danger: taken by a person, noted, closed with a word. Nobody is promised anything
/// before a person has taken it (rule P4).
@Repository
public class Concerns {
    private static final int MOST = 200;
    private static final String COLUMNS =
            "id, report_id, plan_id, patient_id, visit_id, level, raised_at, state, taken_by";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Concerns(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /// What became of an act on a concern.
    public enum Acting {
        DONE,
        /// Somebody else has it in hand, or it is closed.
        NOT_ANY_MORE,
        /// Refused: closing and noting need a word.
        NO_WORDS
    }

    /// Puts a report on the worklist, in the caller's transaction.
    void raise(PracticeId practice, Plan plan, Report report) {
        var id = ConcernId.next();
        jdbc.sql("""
            insert into aftercare.concern
              (practice_id, id, report_id, plan_id, patient_id, visit_id, level, raised_at, state, changed_at)
            values (:practice, :id, :report, :plan, :patient, :visit, :level, :at, 'open', :at)
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("report", report.id().value())
                .param("plan", plan.id().value())
                .param("patient", plan.patient().value())
                .param("visit", plan.visit())
                .param("level", report.level().code())
                .param("at", Plans.utc(report.at()))
                .update();
        audit.append(
                practice,
                AuditEntry.of(Actor.SYSTEM, "raised", "concern", id.value())
                        .about(plan.patient().value())
                        .during(plan.visit()));
    }

    /// The worklist.
    ///
    /// @param open   as [#open] has it
    /// @param closed as [#closed] has it
    public record Worklist(List<Concern> open, List<Concern> closed) {}

    /// The worklist, for somebody to look at: the trail says who looked, once for each patient on it.
    @Transactional
    public Worklist look(PracticeId practice, Actor by) {
        var worklist = new Worklist(open(practice), closed(practice));
        Stream.concat(worklist.open().stream(), worklist.closed().stream())
                .map(concern -> concern.patient().value())
                .distinct()
                .forEach(patient -> audit.append(
                        practice,
                        AuditEntry.of(by, "viewed", "patient", patient).about(patient)));
        return worklist;
    }

    /// What is not closed: nobody's first, the most urgent and oldest first.
    @Transactional(readOnly = true)
    public List<Concern> open(PracticeId practice) {
        return withSteps(practice, "select " + COLUMNS + """
                  from aftercare.concern
                 where practice_id = :practice
                   and state in ('open', 'taken')
                 order by state, level, raised_at
                 limit :most
                """);
    }

    /// What was closed, newest first.
    @Transactional(readOnly = true)
    public List<Concern> closed(PracticeId practice) {
        return withSteps(practice, "select " + COLUMNS + """
                  from aftercare.concern
                 where practice_id = :practice
                   and state = 'closed'
                 order by raised_at desc
                 limit :most
                """);
    }

    /// A person takes it in hand.
    @Transactional
    public Acting take(PracticeId practice, ConcernId id, UUID account) {
        var concern = lock(practice, id);
        if (concern.state() != State.OPEN) {
            return Acting.NOT_ANY_MORE;
        }
        move(practice, concern, State.TAKEN, account);
        step(practice, concern, Act.TAKEN, null, account);
        return Acting.DONE;
    }

    /// Somebody writes down what was done; whoever does has it in hand.
    @Transactional
    public Acting note(PracticeId practice, ConcernId id, String words, UUID account) {
        return word(practice, id, Act.NOTED, words, account);
    }

    /// Somebody closes it and says how it ended.
    @Transactional
    public Acting close(PracticeId practice, ConcernId id, String words, UUID account) {
        return word(practice, id, Act.CLOSED, words, account);
    }

    private Acting word(PracticeId practice, ConcernId id, Act act, String words, UUID account) {
        var concern = lock(practice, id);
        if (concern.state() == State.CLOSED) {
            return Acting.NOT_ANY_MORE;
        }
        if (words.isBlank()) {
            return Acting.NO_WORDS;
        }
        move(practice, concern, act == Act.CLOSED ? State.CLOSED : State.TAKEN, account);
        step(practice, concern, act, words.strip(), account);
        return Acting.DONE;
    }

    private void move(PracticeId practice, Concern concern, State state, UUID account) {
        jdbc.sql("""
            update aftercare.concern
               set state = :state, taken_by = coalesce(taken_by, :account), version = version + 1, changed_at = :now
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", concern.id().value())
                .param("state", state.code())
                .param("account", account)
                .param("now", Plans.utc(clock.instant()))
                .update();
    }

    private void step(PracticeId practice, Concern concern, Act act, @Nullable String words, UUID account) {
        jdbc.sql("""
            insert into aftercare.concern_step (practice_id, id, concern_id, act, words, at, by_id)
            values (:practice, :id, :concern, :act, :words, :now, :account)
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("concern", concern.id().value())
                .param("act", act.code())
                .param("words", words)
                .param("now", Plans.utc(clock.instant()))
                .param("account", account)
                .update();
        audit.append(
                practice,
                AuditEntry.of(
                                Actor.account(account),
                                act.code(),
                                "concern",
                                concern.id().value())
                        .about(concern.patient().value())
                        .during(concern.visit()));
    }

    private Concern lock(PracticeId practice, ConcernId id) {
        return jdbc.sql("select " + COLUMNS + """
                  from aftercare.concern
                 where practice_id = :practice
                   and id = :id
                   for update
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((rs, _) -> concern(rs, List.of()))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private List<Concern> withSteps(PracticeId practice, String statement) {
        return jdbc
                .sql(statement)
                .param("practice", practice.value())
                .param("most", MOST)
                .query((rs, _) -> concern(rs, List.of()))
                .list()
                .stream()
                .map(concern -> with(concern, steps(practice, concern.id())))
                .toList();
    }

    private static Concern with(Concern it, List<Step> steps) {
        return new Concern(
                it.id(),
                it.report(),
                it.plan(),
                it.patient(),
                it.visit(),
                it.level(),
                it.raisedAt(),
                it.state(),
                it.takenBy(),
                steps);
    }

    private List<Step> steps(PracticeId practice, ConcernId concern) {
        return jdbc.sql("""
            select act, words, at, by_id
              from aftercare.concern_step
             where practice_id = :practice
               and concern_id = :concern
             order by at, id
            """)
                .param("practice", practice.value())
                .param("concern", concern.value())
                .query((rs, _) -> new Step(
                        Act.of(rs.getString("act")),
                        rs.getString("words"),
                        rs.getObject("at", OffsetDateTime.class).toInstant(),
                        rs.getObject("by_id", UUID.class)))
                .list();
    }

    private static Concern concern(ResultSet rs, List<Step> steps) throws SQLException {
        return new Concern(
                new ConcernId(rs.getObject("id", UUID.class)),
                new ReportId(rs.getObject("report_id", UUID.class)),
                new PlanId(rs.getObject("plan_id", UUID.class)),
                new PatientId(rs.getObject("patient_id", UUID.class)),
                rs.getObject("visit_id", UUID.class),
                Report.Level.of(rs.getString("level")),
                rs.getObject("raised_at", OffsetDateTime.class).toInstant(),
                State.of(rs.getString("state")),
                rs.getObject("taken_by", UUID.class),
                steps);
    }
}
