package org.needlepoint.identity;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.shared.PracticeId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The browsers that are signed in at a practice, or on their way. A token is random (256 bits) and known to the
/// browser alone; here lies its hash.
@Repository
public class SignIns {
    /// However busy: after this, everybody signs in again.
    static final Duration LONGEST = Duration.ofHours(12);

    static final Duration STAFF_IDLE = Duration.ofMinutes(15);
    static final Duration PATIENT_IDLE = Duration.ofMinutes(30);
    static final Duration ON_THE_WAY = Duration.ofMinutes(10);
    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ObjectProvider<PatientLookup> patients;
    private final AuditTrail audit;

    SignIns(JdbcClient jdbc, Clock clock, ObjectProvider<PatientLookup> patients, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.patients = patients;
    }

    /// Signs an account in whole: for the last step of signing in, and for tests.
    ///
    /// @return the token for the cookie
    @Transactional
    public String startStaff(PracticeId practice, AccountId account) {
        return insert(practice, SignedIn.Kind.STAFF, "active", account.value(), null, null, LONGEST);
    }

    /// Signs a patient in whole: for the last step of signing in, and for tests.
    ///
    /// @return the token for the cookie
    @Transactional
    public String startPatient(PracticeId practice, UUID patient) {
        return insert(practice, SignedIn.Kind.PATIENT, "active", null, patient, null, LONGEST);
    }

    /// Ends a sign-in on its way and starts the real one, with a new token.
    @Transactional
    String complete(PracticeId practice, SignInKey before, AccountId account) {
        end(practice, before);
        var actor = Actor.account(account.value());
        audit.append(practice, AuditEntry.of(actor, "signed-in", "account", account.value()));
        return startStaff(practice, account);
    }

    /// The same for a patient, who has proved a contact and said a birth date.
    @Transactional
    String completePatient(PracticeId practice, SignInKey before, UUID patient) {
        end(practice, before);
        audit.append(
                practice,
                AuditEntry.of(Actor.patient(patient), "signed-in", "patient", patient)
                        .about(patient));
        return startPatient(practice, patient);
    }

    /// A sign-in on its way.
    @Transactional
    String begin(PracticeId practice, SignedIn.Kind kind, SignInState.Stage stage, UUID subject) {
        return switch (kind) {
            case STAFF -> insert(practice, kind, code(stage), subject, null, null, ON_THE_WAY);
            case PATIENT -> insert(practice, kind, code(stage), null, null, subject, ON_THE_WAY);
        };
    }

    private static String code(SignInState.Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String insert(
            PracticeId practice,
            SignedIn.Kind kind,
            String stage,
            @Nullable UUID account,
            @Nullable UUID patient,
            @Nullable UUID code,
            Duration lifetime) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        jdbc.sql("""
            insert into platform.sign_in
              (token_hash, practice_id, kind, stage, account_id, patient_id, code_id, created_at, last_seen_at, expires_at)
            values
              (:hash, :practice, :kind, :stage, :account, :patient, :code, :now, :now, :expires)
            """)
                .param("hash", SignInKey.of(token).bytes())
                .param("practice", practice.value())
                .param("kind", kind.name().toLowerCase(Locale.ROOT))
                .param("stage", stage)
                .param("account", account)
                .param("patient", patient)
                .param("code", code)
                .param("now", utc(now))
                .param("expires", utc(now.plus(lifetime)))
                .update();
        return token;
    }

    private record Row(
            SignedIn.Kind kind,
            String stage,
            @Nullable UUID account,
            @Nullable UUID patient,
            @Nullable UUID code,
            Instant lastSeen,
            Set<Role> roles,
            @Nullable String displayName) {}

    /// How far the browser with this token has come at this practice. Marks it as seen, locks it when it was left
    /// alone.
    @Transactional
    public SignInState find(PracticeId practice, String token) {
        return find(practice, token, true);
    }

    /// The same for what a page asks on its own, without anybody doing something there: that keeps no sign-in open.
    @Transactional
    public SignInState findUnattended(PracticeId practice, String token) {
        return find(practice, token, false);
    }

    private SignInState find(PracticeId practice, String token, boolean attended) {
        var key = SignInKey.of(token);
        var found = read(practice, key);
        return found.isEmpty() ? new SignInState.None() : stateOf(practice, key, found.get(), attended);
    }

    /// Whether somebody is still signed in, for what goes on after a request: marks nothing as seen.
    @Transactional(readOnly = true)
    public boolean isActive(PracticeId practice, SignInKey key) {
        return read(practice, key)
                .filter(row -> row.stage().equals("active"))
                .filter(row -> !leftAlone(row))
                .isPresent();
    }

    private boolean leftAlone(Row row) {
        var longest = row.kind() == SignedIn.Kind.STAFF ? STAFF_IDLE : PATIENT_IDLE;
        return Duration.between(row.lastSeen(), clock.instant()).compareTo(longest) > 0;
    }

    private Optional<Row> read(PracticeId practice, SignInKey key) {
        return jdbc.sql("""
            select s.kind, s.stage, s.account_id, s.patient_id, s.code_id, s.last_seen_at, a.display_name,
                   array(select m.role
                           from platform.membership m
                          where m.practice_id = :practice
                            and m.account_id = s.account_id) as roles
              from platform.sign_in s
              left join identity.account a
                on a.practice_id = :practice
               and a.id = s.account_id
             where s.token_hash = :hash
               and s.practice_id = :practice
               and s.expires_at > :now
               and (s.kind <> 'staff' or a.active)
            """)
                .param("practice", practice.value())
                .param("hash", key.bytes())
                .param("now", utc(clock.instant()))
                .query((rs, _) -> row(rs))
                .optional();
    }

    private static Row row(ResultSet rs) throws SQLException {
        var roles = (String[]) rs.getArray("roles").getArray();
        return new Row(
                SignedIn.Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
                rs.getString("stage"),
                rs.getObject("account_id", UUID.class),
                rs.getObject("patient_id", UUID.class),
                rs.getObject("code_id", UUID.class),
                rs.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                Arrays.stream(roles).map(Role::of).collect(Collectors.toUnmodifiableSet()),
                rs.getString("display_name"));
    }

    private SignInState stateOf(PracticeId practice, SignInKey key, Row row, boolean attended) {
        return switch (row.stage()) {
            case "active" -> active(practice, key, row, attended);
            case "locked" ->
                whoIs(practice, row)
                        .<SignInState>map(who -> new SignInState.Locked(key, who))
                        .orElseGet(SignInState.None::new);
            default -> {
                var subject = row.kind() == SignedIn.Kind.STAFF ? row.account() : row.code();
                yield subject == null
                        ? new SignInState.None()
                        : new SignInState.Pending(key, row.kind(), stage(row.stage()), subject);
            }
        };
    }

    private static SignInState.Stage stage(String code) {
        return SignInState.Stage.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private SignInState active(PracticeId practice, SignInKey key, Row row, boolean attended) {
        var who = whoIs(practice, row);
        if (who.isEmpty()) {
            return new SignInState.None();
        }
        if (leftAlone(row)) {
            if (row.kind() != SignedIn.Kind.STAFF) {
                end(practice, key);
                return new SignInState.None();
            }
            lock(practice, key);
            return new SignInState.Locked(key, who.get());
        }
        var unseen = Duration.between(row.lastSeen(), clock.instant());
        if (attended && unseen.compareTo(TOUCH_EVERY) >= 0) {
            touch(practice, key);
        }
        return new SignInState.Active(key, who.get());
    }

    private Optional<SignedIn> whoIs(PracticeId practice, Row row) {
        if (row.kind() == SignedIn.Kind.STAFF && row.account() != null && row.displayName() != null) {
            return Optional.of(
                    new SignedIn(practice, SignedIn.Kind.STAFF, row.account(), row.roles(), row.displayName()));
        }
        var patient = row.patient();
        if (row.kind() != SignedIn.Kind.PATIENT || patient == null) {
            return Optional.empty();
        }
        var name = patients.stream()
                .flatMap(lookup -> lookup.nameOf(practice, patient).stream())
                .findFirst();
        return name.map(given -> new SignedIn(practice, SignedIn.Kind.PATIENT, patient, Set.of(Role.PATIENT), given));
    }

    private void touch(PracticeId practice, SignInKey key) {
        jdbc.sql("""
            update platform.sign_in
               set last_seen_at = :now
             where practice_id = :practice
               and token_hash = :hash
            """)
                .param("now", utc(clock.instant()))
                .param("practice", practice.value())
                .param("hash", key.bytes())
                .update();
    }

    /// Locks the screen until the password is given again.
    @Transactional
    public void lock(PracticeId practice, SignInKey key) {
        jdbc.sql("""
            update platform.sign_in
               set stage = 'locked'
             where practice_id = :practice
               and token_hash = :hash
               and kind = 'staff'
               and stage = 'active'
            """)
                .param("practice", practice.value())
                .param("hash", key.bytes())
                .update();
    }

    @Transactional
    void unlock(PracticeId practice, SignInKey key) {
        jdbc.sql("""
            update platform.sign_in
               set stage = 'active',
                   last_seen_at = :now
             where practice_id = :practice
               and token_hash = :hash
               and stage = 'locked'
            """)
                .param("now", utc(clock.instant()))
                .param("practice", practice.value())
                .param("hash", key.bytes())
                .update();
    }

    @Transactional
    void keepChallenge(PracticeId practice, SignInKey key, byte[] challenge) {
        jdbc.sql("""
            update platform.sign_in
               set challenge = :challenge
             where practice_id = :practice
               and token_hash = :hash
            """)
                .param("challenge", challenge)
                .param("practice", practice.value())
                .param("hash", key.bytes())
                .update();
    }

    /// Hands out the challenge of a passkey ceremony and forgets it: whatever comes of it, it counts once.
    @Transactional
    Optional<byte[]> takeChallenge(PracticeId practice, SignInKey key) {
        var kept = jdbc.sql("""
            select challenge
              from platform.sign_in
             where practice_id = :practice
               and token_hash = :hash
               and challenge is not null
               for update
            """)
                .param("practice", practice.value())
                .param("hash", key.bytes())
                .query(byte[].class)
                .optional();
        jdbc.sql("update platform.sign_in set challenge = null where practice_id = :practice and token_hash = :hash")
                .param("practice", practice.value())
                .param("hash", key.bytes())
                .update();
        return kept;
    }

    /// Ends one sign-in.
    @Transactional
    public void end(PracticeId practice, SignInKey key) {
        jdbc.sql("delete from platform.sign_in where practice_id = :practice and token_hash = :hash")
                .param("practice", practice.value())
                .param("hash", key.bytes())
                .update();
    }

    /// Ends every sign-in of somebody at this practice, on all devices.
    ///
    /// @return how many there were
    @Transactional
    public int endAll(SignedIn who) {
        return jdbc.sql("""
            delete from platform.sign_in
             where practice_id = :practice
               and (account_id = :id or patient_id = :id)
            """)
                .param("practice", who.practice().value())
                .param("id", who.id())
                .update();
    }

    /// Forgets what has expired at this practice.
    @Transactional
    public void purge(PracticeId practice) {
        jdbc.sql("delete from platform.sign_in where practice_id = :practice and expires_at < :now")
                .param("practice", practice.value())
                .param("now", utc(clock.instant()))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
