package org.needlepoint.charting.note;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.documents.SignedDocument;
import org.needlepoint.documents.SignedDocumentId;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables of notes that wait for a supervisor, and of those that went back.
@Repository
class NotesForCoSignature {
    private final JdbcClient jdbc;

    NotesForCoSignature(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A note that somebody under supervision has signed.
    ///
    /// @param by       the writer's account
    /// @param sentBack what the supervisor said on sending it back; null while nobody has
    record Written(
            UUID id,
            AppointmentId visit,
            PatientId patient,
            SignedDocumentId document,
            Instant at,
            UUID by,
            @Nullable String sentBack) {
        /// Whether a supervisor has still to answer, provided that the note is not released.
        boolean waits() {
            return sentBack == null;
        }

        /// The row as if it were the released note, to be checked the same way.
        NoteRows.Signed asSigned() {
            return new NoteRows.Signed(visit, 0, patient, document);
        }
    }

    /// The last one of a visit; empty when nobody under supervision has signed.
    Optional<Written> latest(PracticeId practice, AppointmentId visit) {
        return jdbc.sql("""
            select n.id, n.visit_id, n.patient_id, n.document_id, n.written_at, n.written_by, b.word
              from charting.note_for_cosignature n
              left join charting.note_sent_back b on b.practice_id = n.practice_id and b.note_id = n.id
             where n.practice_id = :practice
               and n.visit_id = :visit
             order by n.written_at desc, n.id desc
             limit 1
            """)
                .param("practice", practice.value())
                .param("visit", visit.value())
                .query((rs, _) -> written(rs))
                .optional();
    }

    /// Which of these visits have a note that no supervisor has answered. Whether it is released is another question.
    Set<AppointmentId> waitingAmong(PracticeId practice, Collection<AppointmentId> visits) {
        return jdbc
                .sql("""
                select n.visit_id
                  from charting.note_for_cosignature n
                 where n.practice_id = :practice
                   and n.visit_id = any(:visits)
                   and not exists (select 1
                                     from charting.note_sent_back b
                                    where b.practice_id = n.practice_id
                                      and b.note_id = n.id)
                """)
                .param("practice", practice.value())
                .param("visits", visits.stream().map(AppointmentId::value).toArray(UUID[]::new))
                .query((rs, _) -> new AppointmentId(rs.getObject("visit_id", UUID.class)))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    void insert(PracticeId practice, NoteHead head, SignedDocument document, UUID by) {
        jdbc.sql("""
            insert into charting.note_for_cosignature
              (practice_id, id, visit_id, patient_id, document_id, written_at, written_by)
            values
              (:practice, :id, :visit, :patient, :document, :at, :by)
            """)
                .param("practice", practice.value())
                .param("id", Uuid7.next())
                .param("visit", head.visit().id().value())
                .param("patient", head.patient().id().value())
                .param("document", document.id().value())
                .param("at", OffsetDateTime.ofInstant(document.signedAt(), ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    void sendBack(PracticeId practice, Written note, String word, Instant at, UUID by) {
        jdbc.sql("""
            insert into charting.note_sent_back (practice_id, note_id, word, sent_back_at, sent_back_by)
            values (:practice, :note, :word, :at, :by)
            """)
                .param("practice", practice.value())
                .param("note", note.id())
                .param("word", word)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    private static Written written(ResultSet rs) throws SQLException {
        return new Written(
                rs.getObject("id", UUID.class),
                new AppointmentId(rs.getObject("visit_id", UUID.class)),
                new PatientId(rs.getObject("patient_id", UUID.class)),
                new SignedDocumentId(rs.getObject("document_id", UUID.class)),
                rs.getObject("written_at", OffsetDateTime.class).toInstant(),
                rs.getObject("written_by", UUID.class),
                rs.getString("word"));
    }
}
