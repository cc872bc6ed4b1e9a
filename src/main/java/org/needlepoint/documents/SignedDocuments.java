package org.needlepoint.documents;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.keys.KeyRing;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Keeps what people signed: the exact bytes, sealed with the key ring (HMAC), so that a change of one byte shows. The
/// application can add to the table and read it, nothing else.
@Repository
public class SignedDocuments {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final KeyRing ring;
    private final Clock clock;

    SignedDocuments(JdbcClient jdbc, KeyRing ring, Clock clock) {
        this.jdbc = jdbc;
        this.ring = ring;
        this.clock = clock;
    }

    /// What reading a document found.
    public sealed interface Reading {
        /// As it was signed.
        record Genuine(SignedDocument document) implements Reading {}

        /// Its row is not what was signed: somebody changed it behind the application's back.
        record Altered(SignedDocumentId id) implements Reading {}
    }

    /// Keeps a document in the caller's transaction.
    ///
    /// @param patient whose record it belongs to
    /// @param visit   the visit during which it is signed; null for none
    @Transactional(propagation = Propagation.MANDATORY)
    public SignedDocument keep(
            PracticeId practice,
            Document content,
            UUID patient,
            @Nullable UUID visit,
            Signature signature,
            Actor signedBy) {
        var kept = new SignedDocument(
                SignedDocumentId.next(),
                patient,
                visit,
                content,
                signature,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                signedBy);
        var bytes = JSON.writeValueAsBytes(content);
        var drawn = JSON.writeValueAsBytes(signature);
        var seal = ring.sign(KeyRing.Purpose.DOCUMENT, SealedBytes.of(practice, kept, bytes, drawn));
        jdbc.sql("""
            insert into documents.signed_document
              (practice_id, id, patient_id, visit_id, kind, content, signature, signed_at, signed_by_kind, signed_by, key_id, seal)
            values
              (:practice, :id, :patient, :visit, :kind, :content, :signature, :signedAt, :byKind, :by, :key, :seal)
            """)
                .param("practice", practice.value())
                .param("id", kept.id().value())
                .param("patient", patient)
                .param("visit", visit)
                .param("kind", content.kind())
                .param("content", bytes)
                .param("signature", drawn)
                .param("signedAt", OffsetDateTime.ofInstant(kept.signedAt(), ZoneOffset.UTC))
                .param("byKind", signedBy.kind().name().toLowerCase(Locale.ROOT))
                .param("by", signedBy.id())
                .param("key", seal.keyId())
                .param("seal", seal.bytes())
                .update();
        return kept;
    }

    /// Reads a document and checks its seal; empty when the practice has none of that id.
    @Transactional(readOnly = true)
    public Optional<Reading> read(PracticeId practice, SignedDocumentId id) {
        return jdbc.sql("select " + SealedRow.COLUMNS + """
                  from documents.signed_document
                 where practice_id = :practice
                   and id = :id
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((rs, _) -> SealedRow.read(ring, practice, rs))
                .optional();
    }

    /// Every document of the practice whose row is not what was signed.
    @Transactional(readOnly = true)
    public List<SignedDocumentId> altered(PracticeId practice) {
        return jdbc
                .sql("select " + SealedRow.COLUMNS + """
                  from documents.signed_document
                 where practice_id = :practice
                 order by id
                """)
                .param("practice", practice.value())
                .query((rs, _) -> SealedRow.read(ring, practice, rs))
                .stream()
                .flatMap(reading -> switch (reading) {
                    case Reading.Genuine _ -> java.util.stream.Stream.<SignedDocumentId>empty();
                    case Reading.Altered(var id) -> java.util.stream.Stream.of(id);
                })
                .toList();
    }
}
