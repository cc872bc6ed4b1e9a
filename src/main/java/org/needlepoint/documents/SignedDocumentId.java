package org.needlepoint.documents;

import java.util.UUID;
import org.needlepoint.shared.Uuid7;

/// A signed document's id.
public record SignedDocumentId(UUID value) {
    public static SignedDocumentId next() {
        return new SignedDocumentId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
