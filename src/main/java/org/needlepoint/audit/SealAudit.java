package org.needlepoint.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.needlepoint.database.PracticeScope;
import org.needlepoint.keys.KeyRing;
import org.needlepoint.shared.PracticeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/// Seals committed entries in batches, per practice. Any node may do it; two at once do not get in each other's way.
@Component
public class SealAudit {
    static final int BATCH = 1000;

    static final String NEXT = """
            select %s
              from (select practice_id, entry_id
                      from platform.audit_unsealed
                     where practice_id = :practice
                     order by entry_id
                     limit :batch) u
              join audit.entry e
                on e.practice_id = u.practice_id
               and e.id = u.entry_id
             where e.practice_id = :practice
             order by u.entry_id
            """.formatted(StoredEntry.COLUMNS);

    private static final Logger LOG = LoggerFactory.getLogger(SealAudit.class);

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final KeyRing ring;
    private final Clock clock;

    private record Batch(long number, String headHex) {}

    SealAudit(JdbcClient jdbc, TransactionOperations transaction, KeyRing ring, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.ring = ring;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${needlepoint.audit.every:3000}", initialDelay = 3000)
    void tick() {
        try {
            sealAll();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("sealing of the audit trail waits: {}", e.getClass().getSimpleName());
        }
    }

    /// Seals everything that is committed now, in every practice.
    ///
    /// @return how many entries were sealed
    public int sealAll() {
        int sealed = 0;
        for (var practice : waiting()) {
            sealed += seal(practice);
        }
        return sealed;
    }

    /// The table of what waits is short: one look at it costs less than asking each practice.
    private List<PracticeId> waiting() {
        return PracticeScope.platform(() ->
                transaction.execute(_ -> jdbc.sql("select distinct practice_id from platform.audit_unsealed")
                        .query((rs, _) -> new PracticeId(rs.getObject("practice_id", UUID.class)))
                        .list()));
    }

    /// Seals one practice's committed entries; none when another node is at it.
    public int seal(PracticeId practice) {
        int sealed = 0;
        for (int batch = sealBatch(practice); batch > 0; batch = sealBatch(practice)) {
            sealed += batch;
        }
        return sealed;
    }

    private int sealBatch(PracticeId practice) {
        return PracticeScope.in(practice, () -> transaction.execute(_ -> takeTurn(practice) ? sealNext(practice) : 0));
    }

    private boolean takeTurn(PracticeId practice) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "audit seal " + practice)
                .query(Boolean.class)
                .single();
    }

    private int sealNext(PracticeId practice) {
        var entries = jdbc.sql(NEXT)
                .param("practice", practice.value())
                .param("batch", BATCH)
                .query((rs, _) -> StoredEntry.of(rs))
                .list();
        if (entries.isEmpty()) {
            return 0;
        }
        var before = last(practice).orElseGet(() -> new Batch(0, hex(Merkle.start(practice))));
        var hashes = entries.stream().map(StoredEntry::hash).toList();
        writeSeal(practice, before, hashes);
        writeLeaves(practice, before.number() + 1, entries, hashes);
        return entries.size();
    }

    private Optional<Batch> last(PracticeId practice) {
        return jdbc.sql("""
            select number, head
              from audit.seal
             where practice_id = :practice
             order by number desc
             limit 1
            """)
                .param("practice", practice.value())
                .query((rs, _) -> new Batch(rs.getLong("number"), hex(rs.getBytes("head"))))
                .optional();
    }

    /// The head is logged: where logs are kept elsewhere, cutting off the newest seals shows.
    private void writeSeal(PracticeId practice, Batch before, List<byte[]> hashes) {
        long number = before.number() + 1;
        var sealedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var root = Merkle.root(hashes);
        var previous = HexFormat.of().parseHex(before.headHex());
        var head = Merkle.head(previous, number, root, hashes.size(), sealedAt);
        var signature = ring.sign(KeyRing.Purpose.AUDIT_SEAL, head);
        jdbc.sql("""
            insert into audit.seal
              (practice_id, number, sealed_at, entries, previous_head, root, head, key_id, signature)
            values
              (:practice, :number, :at, :entries, :previous, :root, :head, :key, :signature)
            """)
                .param("practice", practice.value())
                .param("number", number)
                .param("at", OffsetDateTime.ofInstant(sealedAt, ZoneOffset.UTC))
                .param("entries", hashes.size())
                .param("previous", previous)
                .param("root", root)
                .param("head", head)
                .param("key", signature.keyId())
                .param("signature", signature.bytes())
                .update();
        LOG.info("audit seal {} of practice {} covers {} entries, head {}", number, practice, hashes.size(), hex(head));
    }

    private void writeLeaves(PracticeId practice, long number, List<StoredEntry> entries, List<byte[]> hashes) {
        var ids = entries.stream().map(StoredEntry::id).toArray(UUID[]::new);
        jdbc.sql("""
            insert into audit.leaf (practice_id, seal_number, position, entry_id, hash)
            select :practice, :number, sealed.place - 1, sealed.id, sealed.hash
              from unnest(:ids::uuid[], :hashes::bytea[]) with ordinality as sealed (id, hash, place)
            """)
                .param("practice", practice.value())
                .param("number", number)
                .param("ids", ids)
                .param("hashes", hashes.toArray(byte[][]::new))
                .update();
        jdbc.sql("""
            delete from platform.audit_unsealed
             where practice_id = :practice
               and entry_id = any(:ids::uuid[])
            """).param("practice", practice.value()).param("ids", ids).update();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
