package org.needlepoint.documents;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.needlepoint.documents.SignedDocuments.Reading;
import org.needlepoint.keys.KeyRing;
import org.needlepoint.shared.PracticeId;

/// Checks the seal of every signed document of every practice and names those that were changed.
public final class VerifyDocuments {
    private static final int AT_ONCE = 200;

    private VerifyDocuments() {}

    /// Verifies all practices.
    ///
    /// @param maintenance a connection of the maintenance role, which sees all practices; nothing is written
    /// @return 0 when every document is as it was signed, 1 when one is not
    public static int run(Connection maintenance, KeyRing ring, PrintStream out) throws SQLException {
        int read = 0;
        int altered = 0;
        maintenance.setAutoCommit(false);
        try (var statement = maintenance.createStatement()) {
            statement.setFetchSize(AT_ONCE);
            var rows = statement.executeQuery("select practice_id, " + SealedRow.COLUMNS
                    + " from documents.signed_document order by practice_id, id");
            while (rows.next()) {
                read++;
                var practice = new PracticeId(rows.getObject("practice_id", UUID.class));
                if (SealedRow.read(ring, practice, rows) instanceof Reading.Altered(var id)) {
                    altered++;
                    out.println("practice %s: signed document %s was ALTERED".formatted(practice, id));
                }
            }
        } finally {
            maintenance.rollback();
        }
        out.println(
                altered == 0
                        ? "All %d signed documents are as they were signed.".formatted(read)
                        : "%d of %d signed documents are NOT as they were signed. Repair nothing; keep the database and the key ring as they are."
                                .formatted(altered, read));
        return altered == 0 ? 0 : 1;
    }
}
