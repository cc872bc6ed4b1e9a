package org.needlepoint.aftercare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.aftercare.Report.Level;
import org.needlepoint.aftercare.Report.Reply;
import org.needlepoint.audit.Actor;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What patients said after visits: added to, never changed.
@Repository
public class Reports {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Reports(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void keep(PracticeId practice, Report report, String knowledge, Actor by) {
        var answers = new LinkedHashMap<String, String>();
        report.answers().forEach((question, reply) -> answers.put(question, reply.code()));
        jdbc.sql("""
            insert into aftercare.report
              (practice_id, id, plan_id, at, answers, words, level, knowledge, by_kind, by_id)
            values (:practice, :id, :plan, :at, :answers::jsonb, :words, :level, :knowledge, :byKind, :by)
            """)
                .param("practice", practice.value())
                .param("id", report.id().value())
                .param("plan", report.plan().value())
                .param("at", Plans.utc(report.at()))
                .param("answers", json.writeValueAsString(answers))
                .param("words", report.words())
                .param("level", report.level().code())
                .param("knowledge", knowledge)
                .param("byKind", by.kind().name().toLowerCase(Locale.ROOT))
                .param("by", by.id())
                .update();
    }

    /// One report; empty when it is not of this plan.
    @Transactional(readOnly = true)
    public Optional<Report> find(PracticeId practice, PlanId plan, ReportId id) {
        return of(practice, plan).stream()
                .filter(report -> report.id().equals(id))
                .findFirst();
    }

    /// All that was said after a visit, newest first.
    @Transactional(readOnly = true)
    public List<Report> of(PracticeId practice, PlanId plan) {
        return jdbc.sql("""
            select id, plan_id, at, answers, words, level
              from aftercare.report
             where practice_id = :practice
               and plan_id = :plan
             order by at desc, id desc
            """)
                .param("practice", practice.value())
                .param("plan", plan.value())
                .query((rs, _) -> report(rs))
                .list();
    }

    private Report report(ResultSet rs) throws SQLException {
        Map<String, String> kept = json.readValue(rs.getString("answers"), new TypeReference<>() {});
        var answers = new LinkedHashMap<String, Reply>();
        kept.forEach((question, code) -> answers.put(question, Reply.of(code).orElse(Reply.UNSURE)));
        return new Report(
                new ReportId(rs.getObject("id", UUID.class)),
                new PlanId(rs.getObject("plan_id", UUID.class)),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                answers,
                rs.getString("words"),
                Level.of(rs.getString("level")));
    }
}
