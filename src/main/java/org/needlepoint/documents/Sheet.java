package org.needlepoint.documents;

import org.jspecify.annotations.Nullable;

/// A document to print; with its signature when it is signed.
public record Sheet(Document content, @Nullable SignedDocument signed) {
    public static Sheet of(Document content) {
        return new Sheet(content, null);
    }

    public static Sheet of(SignedDocument signed) {
        return new Sheet(signed.content(), signed);
    }
}
