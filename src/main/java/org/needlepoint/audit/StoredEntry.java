package org.needlepoint.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An entry with all its columns, as seals cover it.
record StoredEntry(
        UUID practice,
        UUID id,
        Instant at,
        String actorKind,
        @Nullable UUID actorId,
        String action,
        String subjectKind,
        UUID subjectId,
        @Nullable UUID patientId,
        @Nullable UUID visitId,
        String outcome,
        @Nullable String reason) {

    /// The columns to select, from a table named `e`.
    static final String COLUMNS =
            "e.practice_id, e.id, e.at, e.actor_kind, e.actor_id, e.action, e.subject_kind, e.subject_id, e.patient_id, e.visit_id, e.outcome, e.reason";

    static StoredEntry of(ResultSet rs) throws SQLException {
        return new StoredEntry(
                rs.getObject("practice_id", UUID.class),
                rs.getObject("id", UUID.class),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                rs.getString("actor_kind"),
                rs.getObject("actor_id", UUID.class),
                rs.getString("action"),
                rs.getString("subject_kind"),
                rs.getObject("subject_id", UUID.class),
                rs.getObject("patient_id", UUID.class),
                rs.getObject("visit_id", UUID.class),
                rs.getString("outcome"),
                rs.getString("reason"));
    }

    byte[] hash() {
        return Merkle.leaf(bytes());
    }

    /// Every column in the table's order, each with its length before it (-1 for null), so that no two entries
    /// share their bytes. Times are microseconds, as the database keeps them. Never changed: old seals would not
    /// fit any more.
    private byte[] bytes() {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            write(out, practice);
            write(out, id);
            out.writeInt(Long.BYTES);
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
            write(out, actorKind);
            write(out, actorId);
            write(out, action);
            write(out, subjectKind);
            write(out, subjectId);
            write(out, patientId);
            write(out, visitId);
            write(out, outcome);
            write(out, reason);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable UUID id) throws IOException {
        if (id == null) {
            out.writeInt(-1);
            return;
        }
        out.writeInt(2 * Long.BYTES);
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(encoded.length);
        out.write(encoded);
    }
}
