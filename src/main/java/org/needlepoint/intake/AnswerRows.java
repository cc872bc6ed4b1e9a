package org.needlepoint.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.patients.PatientId;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of answers.
@Repository
class AnswerRows {
    private final JdbcClient jdbc;

    AnswerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PracticeId practice, PatientId chart, Answer answer) {
        var carriedFrom = answer.carriedFrom();
        jdbc.sql("""
            insert into intake.answer
              (practice_id, id, patient_id, visit_id, question, knowledge, given, places, given_at, first_given_at,
               how, actor_kind, actor_id, handed_by)
            values
              (:practice, :id, :patient, :visit, :question, :knowledge, :given, :places, :at, :first, :how,
               :actorKind, :actor, :handedBy)
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("patient", chart.value())
                .param("visit", answer.visit())
                .param("question", answer.question())
                .param("knowledge", answer.knowledge())
                .param("given", answer.said().given().code())
                .param(
                        "places",
                        answer.said().places().stream().map(ReportedPlace::code).toArray(String[]::new))
                .param("at", OffsetDateTime.ofInstant(answer.at(), ZoneOffset.UTC))
                .param("first", carriedFrom == null ? null : OffsetDateTime.ofInstant(carriedFrom, ZoneOffset.UTC))
                .param("how", answer.asked().how().code())
                .param("actorKind", answer.asked().by().kind().name().toLowerCase(Locale.ROOT))
                .param("actor", answer.asked().by().id())
                .param("handedBy", answer.asked().handedBy())
                .update();
    }

    /// All answers of a chart, oldest first. Those of a provisional patient move with the link: they are read with the
    /// chart's.
    List<Answer> of(PracticeId practice, List<UUID> patients) {
        return jdbc.sql("""
            select question, knowledge, given, places, visit_id, given_at, first_given_at, how, actor_kind, actor_id,
                   handed_by
              from intake.answer
             where practice_id = :practice
               and patient_id = any(:patients)
             order by given_at, id
            """)
                .param("practice", practice.value())
                .param("patients", patients.toArray(UUID[]::new))
                .query((rs, _) -> answer(rs))
                .list();
    }

    private static Answer answer(ResultSet rs) throws SQLException {
        var places = Stream.of((String[]) rs.getArray("places").getArray())
                .map(ReportedPlace::of)
                .toList();
        @Nullable OffsetDateTime first = rs.getObject("first_given_at", OffsetDateTime.class);
        return new Answer(
                rs.getString("question"),
                new Said(Said.Given.of(rs.getString("given")), places),
                rs.getObject("visit_id", UUID.class),
                rs.getObject("given_at", OffsetDateTime.class).toInstant(),
                asked(rs),
                rs.getString("knowledge"),
                first == null ? null : first.toInstant());
    }

    static Asked asked(ResultSet rs) throws SQLException {
        @Nullable UUID handedBy = rs.getObject("handed_by", UUID.class);
        return new Asked(
                Asked.How.of(rs.getString("how")),
                new Actor(
                        Actor.Kind.valueOf(rs.getString("actor_kind").toUpperCase(Locale.ROOT)),
                        rs.getObject("actor_id", UUID.class)),
                handedBy);
    }
}
