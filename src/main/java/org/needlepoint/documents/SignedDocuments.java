package org.needlepoint.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Keeps what people signed: the exact bytes, sealed with the key ring (HMAC), so that a change of one byte shows. The
/// application can add to the table and read it, nothing else.
@Repository
public class SignedDocuments {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS =
            "id, patient_id, visit_id, content, signature, signed_at, signed_by_kind, signed_by, key_id, seal";

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
        return jdbc.sql("select " + COLUMNS + """
                  from documents.signed_document
                 where practice_id = :practice
                   and id = :id
                """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((rs, _) -> reading(practice, rs))
                .optional();
    }

    /// Every document of the practice whose row is not what was signed.
    @Transactional(readOnly = true)
    public List<SignedDocumentId> altered(PracticeId practice) {
        return jdbc
                .sql("select " + COLUMNS + """
                  from documents.signed_document
                 where practice_id = :practice
                 order by id
                """)
                .param("practice", practice.value())
                .query((rs, _) -> reading(practice, rs))
                .stream()
                .flatMap(reading -> switch (reading) {
                    case Reading.Genuine _ -> java.util.stream.Stream.<SignedDocumentId>empty();
                    case Reading.Altered(var id) -> java.util.stream.Stream.of(id);
                })
                .toList();
    }

    private Reading reading(PracticeId practice, ResultSet rs) throws SQLException {
        var id = new SignedDocumentId(rs.getObject("id", UUID.class));
        try {
            var content = rs.getBytes("content");
            var signature = rs.getBytes("signature");
            var document = new SignedDocument(
                    id,
                    rs.getObject("patient_id", UUID.class),
                    rs.getObject("visit_id", UUID.class),
                    JSON.readValue(content, Document.class),
                    JSON.readValue(signature, Signature.class),
                    signedAt(rs),
                    new Actor(
                            Actor.Kind.valueOf(rs.getString("signed_by_kind").toUpperCase(Locale.ROOT)),
                            rs.getObject("signed_by", UUID.class)));
            var seal = KeyRing.Signature.of(rs.getString("key_id"), rs.getBytes("seal"));
            var sealed = SealedBytes.of(practice, document, content, signature);
            return ring.verifies(KeyRing.Purpose.DOCUMENT, sealed, seal)
                    ? new Reading.Genuine(document)
                    : new Reading.Altered(id);
        } catch (JacksonException | IllegalArgumentException e) {
            return new Reading.Altered(id);
        }
    }

    private static Instant signedAt(ResultSet rs) throws SQLException {
        return rs.getObject("signed_at", OffsetDateTime.class).toInstant();
    }
}
