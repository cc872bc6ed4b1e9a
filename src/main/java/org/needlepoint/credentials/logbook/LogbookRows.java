package org.needlepoint.credentials.logbook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.entitlement.Jurisdiction;
import org.needlepoint.credentials.logbook.SupervisedSession.Outcome;
import org.needlepoint.credentials.logbook.SupervisedSession.Signing;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables of the logbook: added to, never changed.
@Repository
class LogbookRows {
    private final JdbcClient jdbc;

    LogbookRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Adds a session without its signings.
    ///
    /// @return false when the visit has its line already
    boolean add(PracticeId practice, SupervisedSession session, Instant at, @Nullable UUID by) {
        return jdbc.sql("""
                insert into credentials.supervised_session
                  (practice_id, id, practitioner_id, instructor_id, visit_id, jurisdiction, held_on, what, recorded_at,
                   recorded_by)
                values
                  (:practice, :id, :trainee, :instructor, :visit, :jurisdiction, :held, :what, :at, :by)
                on conflict do nothing
                """)
                        .param("practice", practice.value())
                        .param("id", session.id())
                        .param("trainee", session.trainee().value())
                        .param("instructor", session.instructor().value())
                        .param("visit", session.visit())
                        .param("jurisdiction", session.jurisdiction().code())
                        .param("held", session.held())
                        .param("what", session.what())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    void sign(
            PracticeId practice,
            UUID session,
            PractitionerId instructor,
            Outcome outcome,
            @Nullable String word,
            Instant at,
            UUID by) {
        jdbc.sql("""
            insert into credentials.sign_off
              (practice_id, id, session_id, instructor_id, outcome, word, signed_at, signed_by)
            values
              (:practice, :id, :session, :instructor, :outcome, :word, :at, :by)
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("session", session)
                .param("instructor", instructor.value())
                .param("outcome", outcome.code())
                .param("word", word)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /// The sessions that a practitioner did or instructed, the latest first.
    List<SupervisedSession> of(PracticeId practice, PractitionerId practitioner) {
        var rows = jdbc.sql("""
                select s.id, s.practitioner_id, s.instructor_id, s.visit_id, s.jurisdiction, s.held_on, s.what,
                       o.outcome, o.word, o.signed_at
                  from credentials.supervised_session s
                  left join credentials.sign_off o on o.practice_id = s.practice_id and o.session_id = s.id
                 where s.practice_id = :practice
                   and (s.practitioner_id = :practitioner or s.instructor_id = :practitioner)
                 order by s.held_on desc, s.id desc, o.signed_at, o.id
                """)
                .param("practice", practice.value())
                .param("practitioner", practitioner.value())
                .query((rs, _) -> row(rs))
                .list();
        var signings = new LinkedHashMap<UUID, List<Signing>>();
        rows.forEach(row ->
                signings.computeIfAbsent(row.id(), _ -> new ArrayList<>()).addAll(row.signings()));
        var first = new LinkedHashMap<UUID, SupervisedSession>();
        rows.forEach(row -> first.putIfAbsent(row.id(), row));
        return first.values().stream().map(row -> with(row, signings)).toList();
    }

    private static SupervisedSession with(SupervisedSession row, Map<UUID, List<Signing>> signings) {
        return new SupervisedSession(
                row.id(),
                row.trainee(),
                row.instructor(),
                row.visit(),
                row.jurisdiction(),
                row.held(),
                row.what(),
                signings.getOrDefault(row.id(), List.of()));
    }

    /// A row of the join: with one signing at most.
    private static SupervisedSession row(ResultSet rs) throws SQLException {
        var outcome = rs.getString("outcome");
        return new SupervisedSession(
                rs.getObject("id", UUID.class),
                new PractitionerId(rs.getObject("practitioner_id", UUID.class)),
                new PractitionerId(rs.getObject("instructor_id", UUID.class)),
                rs.getObject("visit_id", UUID.class),
                new Jurisdiction(rs.getString("jurisdiction")),
                rs.getObject("held_on", LocalDate.class),
                rs.getString("what"),
                outcome == null
                        ? List.of()
                        : List.of(new Signing(
                                Outcome.of(outcome),
                                rs.getString("word"),
                                Optional.ofNullable(rs.getObject("signed_at", OffsetDateTime.class))
                                        .map(OffsetDateTime::toLocalDate)
                                        .orElseThrow())));
    }
}
