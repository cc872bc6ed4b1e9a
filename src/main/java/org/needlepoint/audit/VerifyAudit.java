package org.needlepoint.audit;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.keys.KeyRing;
import org.needlepoint.shared.PracticeId;

/// Computes every seal of the audit trail again and names the first thing in each practice that does not fit.
public final class VerifyAudit {
    private final Connection connection;
    private final KeyRing ring;
    private final Clock clock;
    private final PrintStream out;

    private VerifyAudit(Connection connection, KeyRing ring, Clock clock, PrintStream out) {
        this.connection = connection;
        this.ring = ring;
        this.clock = clock;
        this.out = out;
    }

    /// Verifies all practices and prints a line for each.
    ///
    /// @param maintenance a connection of the maintenance role, which sees all practices; nothing is written
    /// @return 0 when everything fits, 1 when something does not
    public static int run(Connection maintenance, KeyRing ring, Clock clock, PrintStream out) throws SQLException {
        return run(maintenance, ring, clock, out, null);
    }

    /// The same for one practice; null: all.
    static int run(Connection maintenance, KeyRing ring, Clock clock, PrintStream out, @Nullable PracticeId only)
            throws SQLException {
        maintenance.setAutoCommit(false);
        maintenance.setReadOnly(true);
        maintenance.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            var verifying = new VerifyAudit(maintenance, ring, clock, out);
            return verifying.verify(only == null ? verifying.practices() : List.of(only));
        } finally {
            maintenance.rollback();
        }
    }

    private int verify(List<PracticeId> practices) throws SQLException {
        int broken = 0;
        for (var practice : practices) {
            var fault = firstFault(practice);
            out.println(summary(practice) + fault.map(it -> "BROKEN: " + it).orElse("intact"));
            broken += fault.isPresent() ? 1 : 0;
        }
        out.println(
                broken == 0
                        ? "The audit trail fits its seals in all %d practices.".formatted(practices.size())
                        : "The audit trail does NOT fit its seals in %d of %d practices. Repair nothing; keep the database and the key ring as they are."
                                .formatted(broken, practices.size()));
        return broken == 0 ? 0 : 1;
    }

    private List<PracticeId> practices() throws SQLException {
        return list("""
            select id from platform.practice
             union select practice_id from audit.entry
             union select practice_id from audit.seal
             order by 1
            """, null, rs -> new PracticeId(rs.getObject(1, UUID.class)));
    }

    private String summary(PracticeId practice) throws SQLException {
        return list("""
            select (select count(*) from audit.entry e where e.practice_id = p.id) as entries,
                   (select count(*) from audit.seal s where s.practice_id = p.id) as seals,
                   (select count(*) from platform.audit_unsealed u where u.practice_id = p.id) as waiting,
                   (select min(e.at) from platform.audit_unsealed u join audit.entry e
                        on e.practice_id = u.practice_id and e.id = u.entry_id
                     where u.practice_id = p.id) as oldest,
                   (select encode(s.head, 'hex') from audit.seal s where s.practice_id = p.id
                     order by s.number desc limit 1) as head
              from (select ?::uuid as id) p
            """, practice, rs -> {
                    var oldest = rs.getObject("oldest", OffsetDateTime.class);
                    var head = rs.getString("head");
                    return "practice %s: %d entries, %d seals, %d not yet sealed%s%s: "
                            .formatted(
                                    practice,
                                    rs.getLong("entries"),
                                    rs.getLong("seals"),
                                    rs.getLong("waiting"),
                                    oldest == null ? "" : " (oldest " + age(oldest.toInstant()) + ")",
                                    head == null ? "" : ", newest head " + head);
                })
                .getFirst();
    }

    private String age(Instant since) {
        return Duration.between(since, clock.instant()).toSeconds() + " s";
    }

    private static final class Seal {
        final long number;
        final Instant sealedAt;
        final int entries;
        final byte[] previous;
        final byte[] root;
        final byte[] head;
        final KeyRing.Signature signature;

        Seal(ResultSet rs) throws SQLException {
            number = rs.getLong("number");
            sealedAt = rs.getObject("sealed_at", OffsetDateTime.class).toInstant();
            entries = rs.getInt("entries");
            previous = rs.getBytes("previous_head");
            root = rs.getBytes("root");
            head = rs.getBytes("head");
            signature = KeyRing.Signature.of(rs.getString("key_id"), rs.getBytes("signature"));
        }
    }

    private Optional<String> firstFault(PracticeId practice) throws SQLException {
        var seals = list("select * from audit.seal where practice_id = ? order by number", practice, Seal::new);
        var head = Merkle.start(practice);
        long number = 0;
        for (var seal : seals) {
            number++;
            if (seal.number != number) {
                return Optional.of("seal %d is missing".formatted(number));
            }
            var fault = faultOf(practice, seal, head);
            if (fault.isPresent()) {
                return fault;
            }
            head = seal.head;
        }
        return stray(practice);
    }

    private Optional<String> faultOf(PracticeId practice, Seal seal, byte[] before) throws SQLException {
        var hashes = new ArrayList<byte[]>();
        var fault = faultOfEntries(practice, seal, hashes);
        if (fault.isPresent()) {
            return fault;
        }
        if (hashes.size() != seal.entries) {
            return Optional.of(
                    "seal %d covers %d entries, but %d are listed".formatted(seal.number, seal.entries, hashes.size()));
        }
        if (!Arrays.equals(Merkle.root(hashes), seal.root)) {
            return Optional.of("the list of entries in seal %d was changed: its root differs".formatted(seal.number));
        }
        if (!Arrays.equals(seal.previous, before)) {
            return Optional.of("seal %d does not follow from the one before".formatted(seal.number));
        }
        var head = Merkle.head(seal.previous, seal.number, seal.root, seal.entries, seal.sealedAt);
        if (!Arrays.equals(head, seal.head)) {
            return Optional.of("the head of seal %d does not fit its contents".formatted(seal.number));
        }
        if (!ring.verifies(KeyRing.Purpose.AUDIT_SEAL, seal.head, seal.signature)) {
            return Optional.of("the signature of seal %d was not made with key %s of this key ring"
                    .formatted(seal.number, seal.signature.keyId()));
        }
        return Optional.empty();
    }

    /// Also collects the hashes, computed anew from the rows.
    private Optional<String> faultOfEntries(PracticeId practice, Seal seal, List<byte[]> hashes) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select l.position, l.entry_id, l.hash, %s
                  from audit.leaf l
                  left join audit.entry e
                    on e.practice_id = l.practice_id
                   and e.id = l.entry_id
                 where l.practice_id = ?
                   and l.seal_number = ?
                 order by l.position
                """.formatted(StoredEntry.COLUMNS))) {
            statement.setObject(1, practice.value());
            statement.setLong(2, seal.number);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (rows.getInt("position") != hashes.size()) {
                        return Optional.of("entry number %d of seal %d is missing from its list"
                                .formatted(hashes.size() + 1, seal.number));
                    }
                    if (rows.getObject("id", UUID.class) == null) {
                        return Optional.of("entry %s, sealed in %d, is missing"
                                .formatted(rows.getObject("entry_id", UUID.class), seal.number));
                    }
                    var hash = StoredEntry.of(rows).hash();
                    if (!Arrays.equals(hash, rows.getBytes("hash"))) {
                        return Optional.of("entry %s, sealed in %d, was altered (its hash is %s)"
                                .formatted(
                                        rows.getObject("entry_id", UUID.class),
                                        seal.number,
                                        HexFormat.of().formatHex(hash)));
                    }
                    hashes.add(hash);
                }
            }
        }
        return hashes.isEmpty()
                ? Optional.of("the list of entries of seal %d is missing".formatted(seal.number))
                : Optional.empty();
    }

    /// An entry that is neither sealed nor waits to be: its seal was cut off, or it was put there beside the
    /// application.
    private Optional<String> stray(PracticeId practice) throws SQLException {
        return list("""
            select e.id
              from audit.entry e
             where e.practice_id = ?
               and not exists (select 1 from audit.leaf l
                                where l.practice_id = e.practice_id and l.entry_id = e.id)
               and not exists (select 1 from platform.audit_unsealed u
                                where u.practice_id = e.practice_id and u.entry_id = e.id)
             order by e.id
             limit 1
            """, practice, rs -> rs.getObject(1, UUID.class)).stream()
                .findFirst()
                .map(
                        "entry %s is in no seal and does not wait for one: it was inserted beside the application, or its seal was removed"
                                ::formatted);
    }

    private interface Row<T> {
        T of(ResultSet rs) throws SQLException;
    }

    private <T> List<T> list(String query, @Nullable PracticeId practice, Row<T> row) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            if (practice != null) {
                statement.setObject(1, practice.value());
            }
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(row.of(rows));
                }
                return found;
            }
        }
    }
}
