package org.needlepoint.identity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.keys.KeyRing;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The accounts of a practice's staff and their roles.
@Repository
public class Accounts {
    private final JdbcClient jdbc;
    private final KeyRing ring;
    private final Passwords passwords;
    private final AuditTrail audit;
    private final Clock clock;

    Accounts(JdbcClient jdbc, KeyRing ring, Passwords passwords, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.ring = ring;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /// A new account.
    ///
    /// @param password   8..200 characters
    /// @param totpSecret Base32, as an authenticator app takes it; null when the first sign-in is to set it up
    public record NewAccount(
            String email,
            String displayName,
            String password,
            @Nullable String totpSecret,
            Set<Role> roles) {
        public NewAccount {
            if (roles.contains(Role.PATIENT)) {
                throw new IllegalArgumentException("patients sign in by code, without an account");
            }
            roles = Set.copyOf(roles);
        }
    }

    /// What other modules may know of an account.
    public record Account(AccountId id, String email, String displayName, boolean active) {}

    /// What a sign-in is checked against.
    record Credentials(
            AccountId id, String passwordHash, @Nullable Sealed totpSecret, long totpUsedStep) {
        boolean hasTotp() {
            return totpSecret != null;
        }
    }

    /// Bytes that only the key ring can read.
    static final class Sealed {
        private final byte[] bytes;

        Sealed(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    /// Opens an account.
    @Transactional
    public AccountId create(PracticeId practice, Actor by, NewAccount account) {
        var id = AccountId.next();
        jdbc.sql("""
            insert into identity.account (practice_id, id, email, display_name, password_hash, totp_secret, changed_at)
            values (:practice, :id, :email, :name, :hash, :totp, :now)
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .param("email", normal(account.email()))
                .param("name", account.displayName())
                .param("hash", passwords.hash(account.password()))
                .param("totp", sealed(practice, id, account.totpSecret()))
                .param("now", now())
                .update();
        account.roles().forEach(role -> grant(practice, id, role));
        audit.append(practice, AuditEntry.of(by, "created", "account", id.value()));
        return id;
    }

    private byte @Nullable [] sealed(PracticeId practice, AccountId id, @Nullable String totpSecret) {
        return totpSecret == null ? null : ring.seal(Base32.decode(totpSecret), context(practice, id));
    }

    private static byte[] context(PracticeId practice, AccountId id) {
        return ("totp:" + practice + ":" + id).getBytes(StandardCharsets.US_ASCII);
    }

    /// E-mail addresses are kept and compared in lower case.
    static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private void grant(PracticeId practice, AccountId account, Role role) {
        jdbc.sql("""
            insert into platform.membership (practice_id, account_id, role)
            values (:practice, :account, :role)
            on conflict do nothing
            """)
                .param("practice", practice.value())
                .param("account", account.value())
                .param("role", role.code())
                .update();
    }

    /// The account, or empty when this practice has none of that id.
    @Transactional(readOnly = true)
    public Optional<Account> find(PracticeId practice, AccountId id) {
        return jdbc.sql("""
            select id, email, display_name, active
              from identity.account
             where practice_id = :practice
               and id = :id
            """)
                .param("practice", practice.value())
                .param("id", id.value())
                .query((rs, _) -> new Account(
                        new AccountId(rs.getObject("id", UUID.class)),
                        rs.getString("email"),
                        rs.getString("display_name"),
                        rs.getBoolean("active")))
                .optional();
    }

    @Transactional(readOnly = true)
    Optional<Credentials> byEmail(PracticeId practice, String email) {
        return credentials(practice, """
            select id, password_hash, totp_secret, totp_used_step
              from identity.account
             where practice_id = :practice
               and email = :key
               and active
            """, normal(email)).stream().findFirst();
    }

    @Transactional(readOnly = true)
    Optional<Credentials> byId(PracticeId practice, AccountId id) {
        return credentials(practice, """
            select id, password_hash, totp_secret, totp_used_step
              from identity.account
             where practice_id = :practice
               and id = :key
               and active
            """, id.value()).stream().findFirst();
    }

    private List<Credentials> credentials(PracticeId practice, String sql, Object key) {
        return jdbc.sql(sql)
                .param("practice", practice.value())
                .param("key", key)
                .query((rs, _) -> new Credentials(
                        new AccountId(rs.getObject("id", UUID.class)),
                        rs.getString("password_hash"),
                        sealed(rs.getBytes("totp_secret")),
                        rs.getLong("totp_used_step")))
                .list();
    }

    private static @Nullable Sealed sealed(byte @Nullable [] bytes) {
        return bytes == null ? null : new Sealed(bytes);
    }

    byte[] totpSecret(PracticeId practice, Credentials credentials) {
        var sealed = credentials.totpSecret();
        if (sealed == null) {
            throw new IllegalArgumentException("account " + credentials.id() + " has no one-time codes");
        }
        return ring.open(sealed.bytes, context(practice, credentials.id()));
    }

    @Transactional
    void keepTotpSecret(PracticeId practice, AccountId id, byte[] secret) {
        jdbc.sql("""
            update identity.account
               set totp_secret = :secret,
                   totp_used_step = 0,
                   version = version + 1,
                   changed_at = :now
             where practice_id = :practice
               and id = :id
            """)
                .param("secret", ring.seal(secret, context(practice, id)))
                .param("now", now())
                .param("practice", practice.value())
                .param("id", id.value())
                .update();
    }

    /// Marks a time step as used; false when it, or a later one, was used before.
    @Transactional
    boolean useTotpStep(PracticeId practice, AccountId id, long step) {
        return jdbc.sql("""
            update identity.account
               set totp_used_step = :step
             where practice_id = :practice
               and id = :id
               and totp_used_step < :step
            """)
                        .param("step", step)
                        .param("practice", practice.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
