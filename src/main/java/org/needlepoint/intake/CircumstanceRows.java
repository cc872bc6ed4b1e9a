package org.needlepoint.intake;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.needlepoint.intake.Circumstance.Recorded;
import org.needlepoint.patients.PatientId;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of how consents came about.
@Repository
class CircumstanceRows {
    private static final String REMOTE = "remote";

    private final JdbcClient jdbc;

    CircumstanceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The columns of a circumstance.
    private record Columns(
            String kind, @Nullable String said, @Nullable String detail, boolean remote) {}

    void add(PracticeId practice, PatientId chart, ConsentId consent, Recorded recorded) {
        var columns = columns(recorded.what());
        jdbc.sql("""
            insert into intake.consent_circumstance
              (practice_id, id, patient_id, consent_id, kind, said, detail, remote, at, how, actor_kind, actor_id,
               handed_by)
            values
              (:practice, :id, :patient, :consent, :kind, :said, :detail, :remote, :at, :how, :actorKind, :actor,
               :handedBy)
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("patient", chart.value())
                .param("consent", consent.value())
                .param("kind", columns.kind())
                .param("said", columns.said())
                .param("detail", columns.detail())
                .param(REMOTE, columns.remote())
                .param("at", OffsetDateTime.ofInstant(recorded.at(), ZoneOffset.UTC))
                .param("how", recorded.asked().how().code())
                .param("actorKind", recorded.asked().by().kind().name().toLowerCase(Locale.ROOT))
                .param("actor", recorded.asked().by().id())
                .param("handedBy", recorded.asked().handedBy())
                .update();
    }

    private static Columns columns(Circumstance what) {
        return switch (what) {
            case Circumstance.Interpreter(var name, var language) -> new Columns("interpreter", name, language, false);
            case Circumstance.SaidBack _ -> new Columns("said-back", null, null, false);
            case Circumstance.Witness(var name) -> new Columns("witness", name, null, false);
            case Circumstance.Guardian(var name, var authority, var remote) ->
                new Columns("guardian", name, authority.code(), remote);
            case Circumstance.Identified(var means) -> new Columns("identified", null, means.code(), false);
            case Circumstance.Assent(var answer) -> new Columns("assent", null, answer.code(), false);
        };
    }

    /// How a consent came about, oldest first.
    List<Recorded> of(PracticeId practice, ConsentId consent) {
        return jdbc.sql("""
            select kind, said, detail, remote, at, how, actor_kind, actor_id, handed_by
              from intake.consent_circumstance
             where practice_id = :practice
               and consent_id = :consent
             order by at, id
            """)
                .param("practice", practice.value())
                .param("consent", consent.value())
                .query((rs, _) -> new Recorded(
                        what(
                                rs.getString("kind"),
                                Objects.requireNonNullElse(rs.getString("said"), ""),
                                Objects.requireNonNullElse(rs.getString("detail"), ""),
                                rs.getBoolean(REMOTE)),
                        rs.getObject("at", OffsetDateTime.class).toInstant(),
                        AnswerRows.asked(rs)))
                .list();
    }

    private static Circumstance what(String kind, String said, String detail, boolean remote) {
        var word = detail.toUpperCase(Locale.ROOT).replace('-', '_');
        return switch (kind) {
            case "interpreter" -> new Circumstance.Interpreter(said, detail);
            case "said-back" -> new Circumstance.SaidBack();
            case "witness" -> new Circumstance.Witness(said);
            case "guardian" -> new Circumstance.Guardian(said, Circumstance.Authority.valueOf(word), remote);
            case "identified" -> new Circumstance.Identified(Circumstance.Means.valueOf(word));
            case "assent" -> new Circumstance.Assent(Circumstance.Answer.valueOf(word));
            default -> throw new IllegalStateException("no circumstance is of the kind " + kind);
        };
    }
}
