package org.needlepoint.documents;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;

/// What was signed, by whom and when.
///
/// @param patient whose record it belongs to
/// @param visit   the visit during which it was signed; null for none
public record SignedDocument(
        SignedDocumentId id,
        UUID patient,
        @Nullable UUID visit,
        Document content,
        Signature signature,
        Instant signedAt,
        Actor signedBy) {}
