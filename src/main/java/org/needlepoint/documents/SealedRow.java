package org.needlepoint.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.documents.SignedDocuments.Reading;
import org.needlepoint.keys.KeyRing;
import org.needlepoint.shared.PracticeId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A row of the table of signed documents, read and checked.
final class SealedRow {
    static final String COLUMNS =
            "id, patient_id, visit_id, content, signature, signed_at, signed_by_kind, signed_by, key_id, seal";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SealedRow() {}

    static Reading read(KeyRing ring, PracticeId practice, ResultSet rs) throws SQLException {
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
                    rs.getObject("signed_at", OffsetDateTime.class).toInstant(),
                    new Actor(
                            Actor.Kind.valueOf(rs.getString("signed_by_kind").toUpperCase(Locale.ROOT)),
                            rs.getObject("signed_by", UUID.class)));
            var seal = KeyRing.Signature.of(rs.getString("key_id"), rs.getBytes("seal"));
            return ring.verifies(KeyRing.Purpose.DOCUMENT, SealedBytes.of(practice, document, content, signature), seal)
                    ? new Reading.Genuine(document)
                    : new Reading.Altered(id);
        } catch (JacksonException | IllegalArgumentException e) {
            return new Reading.Altered(id);
        }
    }
}
