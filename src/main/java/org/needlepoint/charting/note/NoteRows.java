package org.needlepoint.charting.note;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.NotePart.Heading;
import org.needlepoint.documents.SignedDocument;
import org.needlepoint.documents.SignedDocumentId;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The tables of drafts and of what was signed.
@Repository
class NoteRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    NoteRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What is stored of a draft beside its columns.
    private record Content(
            Map<Heading, Passage> passages,
            @Nullable Ending ending,
            @Nullable NoteStyle style) {
        static Content of(NoteDraft draft) {
            return new Content(draft.passages(), draft.ending(), draft.style());
        }
    }

    /// A signed document of a visit.
    ///
    /// @param number 0 for the note, from 1 for its addenda
    record Signed(AppointmentId visit, int number, PatientId patient, SignedDocumentId document) {
        /// Whether a document is the one that this row means: of this visit and patient, a note or an addendum.
        boolean isAbout(SignedDocument found) {
            return visit.value().equals(found.visit())
                    && patient.value().equals(found.patient())
                    && found.content().kind().equals(number == 0 ? NoteDocument.NOTE : NoteDocument.ADDENDUM);
        }
    }

    Optional<NoteDraft> draft(PracticeId practice, AppointmentId visit) {
        return jdbc.sql("""
            select language, content, version
              from charting.note_draft
             where practice_id = :practice
               and visit_id = :visit
            """)
                .param("practice", practice.value())
                .param("visit", visit.value())
                .query((rs, _) -> {
                    var content = JSON.readValue(rs.getString("content"), Content.class);
                    return new NoteDraft(
                            Locale.of(rs.getString("language")),
                            Objects.requireNonNullElse(content.style(), NoteStyle.SOAP),
                            content.passages(),
                            Objects.requireNonNullElse(content.ending(), Ending.AS_PLANNED),
                            rs.getInt("version"));
                })
                .optional();
    }

    /// Holds the draft until the transaction ends, making the blank one first where there is none: saving and
    /// signing of one visit wait for each other.
    NoteDraft lock(PracticeId practice, AppointmentId visit, PatientId patient, NoteDraft blank, UUID by, Instant now) {
        jdbc.sql("""
            insert into charting.note_draft
              (practice_id, visit_id, patient_id, language, content, version, changed_at, changed_by)
            values
              (:practice, :visit, :patient, :language, cast(:content as jsonb), 0, :now, :by)
            on conflict (practice_id, visit_id) do nothing
            """)
                .param("practice", practice.value())
                .param("visit", visit.value())
                .param("patient", patient.value())
                .param("language", blank.language().getLanguage())
                .param("content", JSON.writeValueAsString(Content.of(blank)))
                .param("now", utc(now))
                .param("by", by)
                .update();
        jdbc.sql("""
            select version
              from charting.note_draft
             where practice_id = :practice
               and visit_id = :visit
               for update
            """)
                .param("practice", practice.value())
                .param("visit", visit.value())
                .query(Integer.class)
                .single();
        return draft(practice, visit).orElseThrow();
    }

    /// Writes a locked draft as its next version.
    void save(PracticeId practice, AppointmentId visit, NoteDraft draft, UUID by, Instant now) {
        jdbc.sql("""
            update charting.note_draft
               set language = :language, content = cast(:content as jsonb), version = :version, changed_at = :now,
                   changed_by = :by
             where practice_id = :practice
               and visit_id = :visit
            """)
                .param("practice", practice.value())
                .param("visit", visit.value())
                .param("language", draft.language().getLanguage())
                .param("content", JSON.writeValueAsString(Content.of(draft)))
                .param("version", draft.version())
                .param("now", utc(now))
                .param("by", by)
                .update();
    }

    void insert(PracticeId practice, Signed signed, SignedDocument document, UUID by) {
        jdbc.sql("""
            insert into charting.signed_note
              (practice_id, visit_id, number, patient_id, document_id, signed_at, signed_by)
            values
              (:practice, :visit, :number, :patient, :document, :signedAt, :by)
            """)
                .param("practice", practice.value())
                .param("visit", signed.visit().value())
                .param("number", signed.number())
                .param("patient", signed.patient().value())
                .param("document", signed.document().value())
                .param("signedAt", utc(document.signedAt()))
                .param("by", by)
                .update();
    }

    /// What was signed about a visit: its note, then its addenda; empty before signing.
    List<Signed> signed(PracticeId practice, AppointmentId visit) {
        return jdbc.sql("""
            select visit_id, number, patient_id, document_id
              from charting.signed_note
             where practice_id = :practice
               and visit_id = :visit
             order by number
            """)
                .param("practice", practice.value())
                .param("visit", visit.value())
                .query((rs, _) -> row(rs))
                .list();
    }

    /// Everything that was signed in the practice, the oldest first.
    List<Signed> allSigned(PracticeId practice) {
        return jdbc.sql("""
            select visit_id, number, patient_id, document_id
              from charting.signed_note
             where practice_id = :practice
             order by document_id
            """)
                .param("practice", practice.value())
                .query((rs, _) -> row(rs))
                .list();
    }

    /// Which of these visits have a signed note.
    Set<AppointmentId> signedAmong(PracticeId practice, Collection<AppointmentId> visits) {
        return jdbc
                .sql("""
                select visit_id
                  from charting.signed_note
                 where practice_id = :practice
                   and visit_id = any(:visits)
                   and number = 0
                """)
                .param("practice", practice.value())
                .param("visits", visits.stream().map(AppointmentId::value).toArray(UUID[]::new))
                .query((rs, _) -> new AppointmentId(rs.getObject("visit_id", UUID.class)))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Signed row(ResultSet rs) throws SQLException {
        return new Signed(
                new AppointmentId(rs.getObject("visit_id", UUID.class)),
                rs.getInt("number"),
                new PatientId(rs.getObject("patient_id", UUID.class)),
                new SignedDocumentId(rs.getObject("document_id", UUID.class)));
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
