package org.needlepoint.intake;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.needlepoint.patients.PatientId;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of what was said to have changed since the last visit.
@Repository
class ChangeRows {
    private final JdbcClient jdbc;

    ChangeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PracticeId practice, PatientId chart, ChangeReport report) {
        jdbc.sql("""
            insert into intake.change_report
              (practice_id, id, patient_id, visit_id, given, changes, since, reported_at, how, actor_kind, actor_id,
               handed_by)
            values
              (:practice, :id, :patient, :visit, :given, :changes, :since, :at, :how, :actorKind, :actor, :handedBy)
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("patient", chart.value())
                .param("visit", report.visit())
                .param("given", report.given().code())
                .param(
                        "changes",
                        report.changes().stream().map(Change::code).sorted().toArray(String[]::new))
                .param("since", OffsetDateTime.ofInstant(report.since(), ZoneOffset.UTC))
                .param("at", OffsetDateTime.ofInstant(report.at(), ZoneOffset.UTC))
                .param("how", report.asked().how().code())
                .param("actorKind", report.asked().by().kind().name().toLowerCase(Locale.ROOT))
                .param("actor", report.asked().by().id())
                .param("handedBy", report.asked().handedBy())
                .update();
    }

    /// All reports of a chart, oldest first.
    List<ChangeReport> of(PracticeId practice, List<UUID> patients) {
        return jdbc.sql("""
            select given, changes, visit_id, since, reported_at, how, actor_kind, actor_id, handed_by
              from intake.change_report
             where practice_id = :practice
               and patient_id = any(:patients)
             order by reported_at, id
            """)
                .param("practice", practice.value())
                .param("patients", patients.toArray(UUID[]::new))
                .query((rs, _) -> new ChangeReport(
                        Said.Given.of(rs.getString("given")),
                        Stream.of((String[]) rs.getArray("changes").getArray())
                                .map(Change::of)
                                .collect(Collectors.toUnmodifiableSet()),
                        rs.getObject("visit_id", UUID.class),
                        rs.getObject("since", OffsetDateTime.class).toInstant(),
                        rs.getObject("reported_at", OffsetDateTime.class).toInstant(),
                        AnswerRows.asked(rs)))
                .list();
    }
}
