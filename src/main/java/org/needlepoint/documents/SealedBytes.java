package org.needlepoint.documents;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.shared.PracticeId;

/// The bytes that a document's seal covers.
final class SealedBytes {
    private SealedBytes() {}

    /// Every column, each with its length before it. Never changed: old seals would not fit.
    static byte[] of(PracticeId practice, SignedDocument document, byte[] content, byte[] signature) {
        var bytes = new ByteArrayOutputStream(content.length + 256);
        try (var out = new DataOutputStream(bytes)) {
            write(out, practice.value());
            write(out, document.id().value());
            write(out, document.patient());
            write(out, document.visit());
            write(out, content);
            write(out, signature);
            out.writeLong(ChronoUnit.MICROS.between(java.time.Instant.EPOCH, document.signedAt()));
            write(out, document.signedBy());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Actor actor) throws IOException {
        write(out, actor.kind().name().getBytes(StandardCharsets.US_ASCII));
        write(out, actor.id());
    }

    private static void write(DataOutputStream out, @Nullable UUID id) throws IOException {
        write(out, id == null ? new byte[0] : id.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static void write(DataOutputStream out, byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }
}
