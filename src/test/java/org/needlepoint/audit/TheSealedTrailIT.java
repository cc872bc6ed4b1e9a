package org.needlepoint.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needlepoint.database.DatabaseRole;
import org.needlepoint.database.DatabaseServer;
import org.needlepoint.keys.KeyRing;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.needlepoint.testing.IntegrationTest;
import org.needlepoint.testing.MovableClock;
import org.needlepoint.testing.PracticeFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// The audit trail under its seals, and what somebody with all rights to the database cannot do to it unseen.
@IntegrationTest
class TheSealedTrailIT {
    @Autowired
    AuditTrail trail;

    @Autowired
    SealAudit sealing;

    @Autowired
    PracticeFixture practices;

    @Autowired
    DatabaseServer server;

    @Autowired
    KeyRing ring;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    MovableClock clock;

    private PracticeId practice;

    @BeforeEach
    void openPractice() {
        practice = practices.open("America/New_York").id();
    }

    private void append(int entries) {
        practices.in(practice, () -> {
            for (int i = 0; i < entries; i++) {
                trail.append(practice, entry());
            }
            return entries;
        });
    }

    private static AuditEntry entry() {
        return AuditEntry.of(Actor.SYSTEM, "viewed", "patient", Uuid7.next()).about(Uuid7.next());
    }

    private void sealed(int... batches) {
        for (int batch : batches) {
            append(batch);
            assertThat(sealing.seal(practice)).isEqualTo(batch);
        }
    }

    /// Of this practice alone: those of the other tests are many.
    private String verdict(KeyRing with) {
        return verdict(with, practice);
    }

    private String verdict(KeyRing with, @Nullable PracticeId only) {
        var bytes = new ByteArrayOutputStream();
        try (var connection = server.connect(DatabaseRole.MAINTENANCE)) {
            VerifyAudit.run(connection, with, clock, new PrintStream(bytes, true, StandardCharsets.UTF_8), only);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(practice.toString()))
                .findFirst()
                .orElseThrow();
    }

    private String verdict() {
        return verdict(ring);
    }

    private void tamper(String... statements) throws SQLException {
        as(DatabaseRole.MAINTENANCE, statements);
    }

    private void as(DatabaseRole role, String... statements) throws SQLException {
        try (var connection = server.connect(role);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql.replace("$p", "'" + practice + "'::uuid"));
            }
        }
    }

    private UUID entryAt(long seal, int position) {
        return practices.in(
                practice,
                () -> jdbc.sql(
                                "select entry_id from audit.leaf where practice_id = :p and seal_number = :s and position = :n")
                        .param("p", practice.value())
                        .param("s", seal)
                        .param("n", position)
                        .query(UUID.class)
                        .single());
    }

    @Test
    void fits_however_many_entries_a_batch_has() {
        sealed(1, 2, 3, 7, 8, 9);
        assertThat(verdict()).contains("30 entries, 6 seals, 0 not yet sealed").endsWith("intact");
        assertThat(verdict(ring, null)).as("among all practices").isEqualTo(verdict());
    }

    @Test
    void counts_what_is_not_yet_sealed_and_says_how_old_it_is() {
        sealed(2);
        append(3);
        clock.advance(java.time.Duration.ofSeconds(7));
        assertThat(verdict()).contains("3 not yet sealed (oldest 7 s)").endsWith("intact");
        clock.set(MovableClock.START);
    }

    @Test
    void names_the_entry_of_which_one_byte_was_changed() throws SQLException {
        sealed(5, 5);
        var victim = entryAt(1, 3);
        tamper("update audit.entry set action = 'viewee' where practice_id = $p and id = '" + victim + "'");
        assertThat(verdict()).contains("BROKEN: entry " + victim + ", sealed in 1, was altered");
    }

    @Test
    void notices_every_column_that_is_changed() throws SQLException {
        sealed(1);
        var before = "update audit.entry set %s where practice_id = $p";
        for (var change : List.of(
                "at = at + interval '1 microsecond'|at = at - interval '1 microsecond'",
                "actor_kind = 'guest'|actor_kind = 'system'",
                "actor_id = id|actor_id = null",
                "visit_id = id|visit_id = null",
                "outcome = 'denied'|outcome = 'done'",
                "reason = ''|reason = null",
                "subject_kind = 'patien'|subject_kind = 'patient'")) {
            var there = change.split("\\|", 2);
            tamper(before.formatted(there[0]));
            assertThat(verdict()).as(change).contains("was altered");
            tamper(before.formatted(there[1]));
            assertThat(verdict()).as(change).endsWith("intact");
        }
    }

    @Test
    void notices_an_entry_that_was_changed_together_with_its_hash() throws SQLException {
        sealed(4);
        var one = entryAt(1, 0);
        var other = entryAt(1, 1);
        tamper("update audit.entry set action = 'signed' where practice_id = $p and id = '" + one + "'");
        var shown = verdict();
        var hash = shown.substring(shown.indexOf("its hash is ") + 12, shown.lastIndexOf(')'));
        tamper("update audit.leaf set hash = decode('" + hash + "', 'hex') where practice_id = $p and entry_id = '"
                + one + "'");
        assertThat(other).isNotEqualTo(one);
        assertThat(verdict()).contains("the list of entries in seal 1 was changed");
    }

    @Test
    void notices_an_entry_that_was_removed() throws SQLException {
        sealed(4, 2);
        var victim = entryAt(1, 2);
        tamper(
                "delete from audit.leaf where practice_id = $p and entry_id = '" + victim + "'",
                "delete from audit.entry where practice_id = $p and id = '" + victim + "'");
        assertThat(verdict()).contains("BROKEN: entry number 3 of seal 1 is missing from its list");
    }

    @Test
    void notices_that_the_last_entry_of_a_batch_was_removed() throws SQLException {
        sealed(4);
        var victim = entryAt(1, 3);
        tamper(
                "delete from audit.leaf where practice_id = $p and entry_id = '" + victim + "'",
                "delete from audit.entry where practice_id = $p and id = '" + victim + "'");
        assertThat(verdict()).contains("BROKEN: seal 1 covers 4 entries, but 3 are listed");
    }

    @Test
    void notices_a_whole_seal_that_was_removed() throws SQLException {
        sealed(2, 2, 2);
        tamper(
                "delete from audit.leaf where practice_id = $p and seal_number = 2",
                "delete from audit.seal where practice_id = $p and number = 2");
        assertThat(verdict()).contains("BROKEN: seal 2 is missing");
    }

    @Test
    void notices_that_seals_were_removed_and_the_rest_renumbered() throws SQLException {
        sealed(2, 2, 2);
        tamper(
                "delete from audit.leaf where practice_id = $p and seal_number > 1",
                "delete from audit.seal where practice_id = $p and number = 2",
                "update audit.seal set number = 2 where practice_id = $p and number = 3");
        assertThat(verdict()).contains("BROKEN: the list of entries of seal 2 is missing");
    }

    @Test
    void notices_that_two_seals_changed_places() throws SQLException {
        sealed(2, 2);
        tamper(
                "create temporary table kept as select * from audit.leaf where practice_id = $p",
                "delete from audit.leaf where practice_id = $p",
                "update audit.seal set number = 9 where practice_id = $p and number = 1",
                "update audit.seal set number = 1 where practice_id = $p and number = 2",
                "update audit.seal set number = 2 where practice_id = $p and number = 9",
                "insert into audit.leaf select practice_id, 3 - seal_number, position, entry_id, hash from kept");
        assertThat(verdict()).contains("BROKEN: seal 1 does not follow from the one before");
    }

    @Test
    void notices_that_two_entries_changed_places() throws SQLException {
        sealed(3);
        tamper(
                "create temporary table kept as select * from audit.leaf where practice_id = $p",
                "delete from audit.leaf where practice_id = $p",
                "insert into audit.leaf select practice_id, seal_number, 2 - position, entry_id, hash from kept");
        assertThat(verdict()).contains("BROKEN: the list of entries in seal 1 was changed");
    }

    @Test
    void notices_an_entry_that_was_put_in_afterwards() throws SQLException {
        sealed(3);
        tamper("""
                insert into audit.entry (practice_id, id, at, actor_kind, action, subject_kind, subject_id, outcome)
                values ($p, gen_random_uuid(), now(), 'system', 'viewed', 'patient', gen_random_uuid(), 'done')
                """);
        assertThat(verdict()).contains("is in no seal and does not wait for one");
    }

    @Test
    void notices_that_the_newest_seal_was_cut_off_while_its_entries_stayed() throws SQLException {
        sealed(2, 2);
        tamper(
                "delete from audit.leaf where practice_id = $p and seal_number = 2",
                "delete from audit.seal where practice_id = $p and number = 2");
        assertThat(verdict()).contains("is in no seal and does not wait for one");
    }

    @Test
    void notices_that_a_seals_time_or_signature_was_changed() throws SQLException {
        sealed(2);
        tamper("update audit.seal set sealed_at = sealed_at - interval '1 day' where practice_id = $p");
        assertThat(verdict()).contains("the head of seal 1 does not fit its contents");
        tamper(
                "update audit.seal set sealed_at = sealed_at + interval '1 day' where practice_id = $p",
                "update audit.seal set signature = decode(repeat('00', 32), 'hex') where practice_id = $p");
        assertThat(verdict()).contains("the signature of seal 1 was not made with key");
    }

    @Test
    void cannot_be_changed_or_shortened_by_the_application() throws SQLException {
        sealed(1);
        assertThat(changeable(DatabaseRole.APP, List.of("audit.entry", "audit.seal", "audit.leaf")))
                .isEmpty();
    }

    /// The tables in which a role could change or delete rows.
    private List<String> changeable(DatabaseRole role, List<String> tables) throws SQLException {
        try (var connection = server.connect(role);
                var statement = connection.prepareStatement(
                        "select has_table_privilege(?, 'update') or has_table_privilege(?, 'delete') or has_table_privilege(?, 'truncate')")) {
            var open = new java.util.ArrayList<String>();
            for (var table : tables) {
                for (int i = 1; i <= 3; i++) {
                    statement.setString(i, table);
                }
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    if (rows.getBoolean(1)) {
                        open.add(table);
                    }
                }
            }
            return open;
        }
    }

    @Test
    void fits_after_the_key_was_changed_and_not_without_the_old_key(@TempDir Path folder) throws SQLException {
        var file = folder.resolve("keys.json");
        var first = KeyRing.open(file, clock);
        append(2);
        new SealAudit(jdbc, transaction, first, clock).seal(practice);
        KeyRing.rotate(file, clock);
        var second = KeyRing.open(file, clock);
        append(2);
        new SealAudit(jdbc, transaction, second, clock).seal(practice);
        assertThat(verdict(second)).contains("2 seals").endsWith("intact");
        var stranger = KeyRing.open(folder.resolve("other.json"), clock);
        assertThat(verdict(stranger)).contains("the signature of seal 1 was not made");
    }

    @Test
    void takes_in_an_entry_whose_transaction_commits_late() throws Exception {
        var begun = new CountDownLatch(1);
        var others = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var late = threads.submit(() -> practices.in(practice, () -> {
                trail.append(practice, entry());
                begun.countDown();
                try {
                    others.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return 1;
            }));
            begun.await();
            sealed(3);
            others.countDown();
            late.get();
        }
        assertThat(sealing.seal(practice)).isEqualTo(1);
        assertThat(verdict()).contains("4 entries, 2 seals, 0 not yet sealed").endsWith("intact");
    }

    @Test
    void forgets_an_entry_with_the_transaction_that_failed() {
        try {
            practices.in(practice, () -> {
                trail.append(practice, entry());
                throw new IllegalArgumentException("the cause fails");
            });
        } catch (IllegalArgumentException expected) {
            assertThat(expected).hasMessage("the cause fails");
        }
        assertThat(sealing.seal(practice)).isZero();
        assertThat(verdict()).contains("0 entries, 0 seals, 0 not yet sealed").endsWith("intact");
    }

    @Test
    void is_sealed_once_by_two_nodes_at_the_same_moment() throws Exception {
        append(2500);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var runs = Stream.generate(() -> threads.submit(sealing::sealAll))
                    .limit(2)
                    .toList();
            for (var run : runs) {
                run.get();
            }
        }
        sealing.sealAll();
        assertThat(verdict())
                .contains("2500 entries")
                .contains("0 not yet sealed")
                .endsWith("intact");
    }

    @Test
    void is_searched_for_unsealed_entries_by_index_however_long_it_is() throws SQLException {
        append(20_000);
        sealing.seal(practice);
        append(5);
        as(DatabaseRole.OWNER, "analyze audit.entry", "analyze platform.audit_unsealed");
        var plan = practices.in(
                practice,
                () -> String.join(
                        "\n",
                        jdbc.sql("explain " + SealAudit.NEXT)
                                .param("practice", practice.value())
                                .param("batch", SealAudit.BATCH)
                                .query(String.class)
                                .list()));
        assertThat(plan).contains("Index Scan using entry_pkey").doesNotContain("Seq Scan on entry");
    }

    @Test
    void tells_who_opened_a_patients_record_how_often_and_when_last() {
        var patient = Uuid7.next();
        var ada = Actor.account(Uuid7.next());
        var ben = Actor.account(Uuid7.next());
        for (var who : List.of(ada, ben, ada)) {
            practices.in(practice, () -> {
                trail.append(
                        practice,
                        AuditEntry.of(who, "viewed", "patient", patient).about(patient));
                trail.append(
                        practice,
                        AuditEntry.of(who, "linked", "patient", patient).about(patient));
                return 1;
            });
            clock.advance(java.time.Duration.ofMinutes(1));
        }
        var start = MovableClock.START;
        assertThat(practices.in(practice, () -> trail.viewersOf(practice, patient, 10)))
                .containsExactly(
                        new AuditTrail.Viewer(ada, 2, start.plusSeconds(120)),
                        new AuditTrail.Viewer(ben, 1, start.plusSeconds(60)));
        clock.set(start);
        var plan = practices.in(
                practice,
                () -> String.join(
                        "\n",
                        jdbc.sql("explain " + AuditTrail.VIEWERS)
                                .param("practice", practice.value())
                                .param("patient", patient)
                                .param("limit", 10)
                                .query(String.class)
                                .list()));
        assertThat(plan).containsPattern("Index (Only )?Scan").doesNotContain("Seq Scan");
    }
}
