package org.needlepoint.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.patients.PatientId;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of what became of consents.
@Repository
class ConsentRows {
    private final JdbcClient jdbc;

    ConsentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PracticeId practice, PatientId chart, ConsentTo to, ConsentEvent event) {
        var consent = event.consent();
        jdbc.sql("""
            insert into intake.consent_event
              (practice_id, id, patient_id, visit_id, consent_to, consent_id, kind, edition, document_id, regions, techniques,
               refused, by_guardian, at, how, actor_kind, actor_id, handed_by)
            values
              (:practice, :id, :patient, :visit, :to, :consent, :kind, :edition, :document, :regions, :techniques,
               :refused, :byGuardian, :at, :how, :actorKind, :actor, :handedBy)
            """)
                .param("practice", practice.value())
                .param("id", event.id())
                .param("patient", chart.value())
                .param("visit", event.visit())
                .param("to", to.code())
                .param("consent", consent == null ? null : consent.value())
                .param("kind", event.kind().code())
                .param("edition", event.edition())
                .param("document", event.document())
                .param("regions", event.regions().stream().sorted().toArray(String[]::new))
                .param(
                        "techniques",
                        event.techniques().stream()
                                .map(Technique::code)
                                .sorted()
                                .toArray(String[]::new))
                .param("refused", event.refused().stream().sorted().toArray(String[]::new))
                .param("byGuardian", event.byGuardian())
                .param("at", OffsetDateTime.ofInstant(event.at(), ZoneOffset.UTC))
                .param("how", event.asked().how().code())
                .param("actorKind", event.asked().by().kind().name().toLowerCase(Locale.ROOT))
                .param("actor", event.asked().by().id())
                .param("handedBy", event.asked().handedBy())
                .update();
    }

    /// Everything that became of a patient's consents to these, oldest first.
    List<ConsentEvent> of(PracticeId practice, List<UUID> patients, ConsentTo... to) {
        return jdbc.sql("""
            select id, visit_id, consent_id, kind, edition, document_id, regions, techniques, refused, by_guardian,
                   at, how, actor_kind, actor_id, handed_by
              from intake.consent_event
             where practice_id = :practice
               and patient_id = any(:patients)
               and consent_to = any(:to)
             order by at, id
            """)
                .param("practice", practice.value())
                .param("patients", patients.toArray(UUID[]::new))
                .param("to", Stream.of(to).map(ConsentTo::code).toArray(String[]::new))
                .query((rs, _) -> event(rs))
                .list();
    }

    private static ConsentEvent event(ResultSet rs) throws SQLException {
        @Nullable UUID consent = rs.getObject("consent_id", UUID.class);
        return new ConsentEvent(
                rs.getObject("id", UUID.class),
                ConsentEvent.Kind.of(rs.getString("kind")),
                consent == null ? null : new ConsentId(consent),
                rs.getObject("visit_id", UUID.class),
                rs.getString("edition"),
                rs.getObject("document_id", UUID.class),
                words(rs, "regions"),
                words(rs, "techniques").stream().map(Technique::of).collect(Collectors.toUnmodifiableSet()),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                AnswerRows.asked(rs),
                words(rs, "refused"),
                rs.getBoolean("by_guardian"));
    }

    private static Set<String> words(ResultSet rs, String column) throws SQLException {
        return Stream.of((String[]) rs.getArray(column).getArray()).collect(Collectors.toUnmodifiableSet());
    }
}
