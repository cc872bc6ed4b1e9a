package org.needlepoint.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/// Keeps passkeys. Called in a transaction.
@Repository
class PasskeyRows {
    private final JdbcClient jdbc;

    PasskeyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Passkey> of(PracticeId practice, AccountId account) {
        return jdbc.sql("""
            select id, label, created_at, last_used_at
              from identity.passkey
             where practice_id = :practice
               and account_id = :account
             order by created_at, id
            """)
                .param("practice", practice.value())
                .param("account", account.value())
                .query((rs, _) -> new Passkey(
                        rs.getObject("id", UUID.class),
                        rs.getString("label"),
                        instant(rs, "created_at"),
                        instant(rs, "last_used_at")))
                .list();
    }

    boolean remove(PracticeId practice, AccountId account, UUID id) {
        return jdbc.sql("""
            delete from identity.passkey
             where practice_id = :practice
               and account_id = :account
               and id = :id
            """)
                        .param("practice", practice.value())
                        .param("account", account.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    /// One account's passkeys as the WebAuthn library asks for them.
    UserCredentialRepository credentials(PracticeId practice, AccountId account) {
        return new OfAccount(jdbc, practice, account);
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private record OfAccount(JdbcClient jdbc, PracticeId practice, AccountId account)
            implements UserCredentialRepository {
        @Override
        public void delete(Bytes credentialId) {
            throw new UnsupportedOperationException("passkeys are removed by their own id");
        }

        /// Keeps a new passkey, or what has changed of a known one after it was used.
        @Override
        public void save(CredentialRecord credential) {
            jdbc.sql("""
                insert into identity.passkey
                  (practice_id, id, account_id, credential_id, public_key, signature_count, user_verified, backup_eligible,
                   backed_up, transports, attestation, attestation_client_data, label, created_at, last_used_at)
                values
                  (:practice, :id, :account, :credential, :key, :count, :verified, :eligible,
                   :backedUp, :transports, :attestation, :clientData, :label, :created, :used)
                on conflict (practice_id, credential_id) do update
                   set signature_count = excluded.signature_count,
                       user_verified = excluded.user_verified,
                       backed_up = excluded.backed_up,
                       last_used_at = excluded.last_used_at
                 where passkey.account_id = :account
                """)
                    .param("practice", practice.value())
                    .param("id", Uuid7.next())
                    .param("account", account.value())
                    .param("credential", credential.getCredentialId().getBytes())
                    .param("key", credential.getPublicKey().getBytes())
                    .param("count", credential.getSignatureCount())
                    .param("verified", credential.isUvInitialized())
                    .param("eligible", credential.isBackupEligible())
                    .param("backedUp", credential.isBackupState())
                    .param(
                            "transports",
                            credential.getTransports().stream()
                                    .map(AuthenticatorTransport::getValue)
                                    .toArray(String[]::new))
                    .param("attestation", bytes(credential.getAttestationObject()))
                    .param("clientData", bytes(credential.getAttestationClientDataJSON()))
                    .param("label", credential.getLabel())
                    .param("created", utc(credential.getCreated()))
                    .param("used", utc(credential.getLastUsed()))
                    .update();
        }

        private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
            return bytes == null ? null : bytes.getBytes();
        }

        private static OffsetDateTime utc(Instant instant) {
            return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
        }

        @Override
        public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
            return all().stream()
                    .filter(each -> each.getCredentialId().equals(credentialId))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public List<CredentialRecord> findByUserId(Bytes userId) {
            return userId.equals(Passkeys.handle(account)) ? all() : List.of();
        }

        private List<CredentialRecord> all() {
            return jdbc.sql("""
                select credential_id, public_key, signature_count, user_verified, backup_eligible, backed_up, transports,
                       attestation, attestation_client_data, label, created_at, last_used_at
                  from identity.passkey
                 where practice_id = :practice
                   and account_id = :account
                """)
                    .param("practice", practice.value())
                    .param("account", account.value())
                    .query((rs, _) -> credential(rs))
                    .list();
        }

        private CredentialRecord credential(ResultSet rs) throws SQLException {
            var transports = (String[]) rs.getArray("transports").getArray();
            return ImmutableCredentialRecord.builder()
                    .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                    .credentialId(new Bytes(rs.getBytes("credential_id")))
                    .userEntityUserId(Passkeys.handle(account))
                    .publicKey(new ImmutablePublicKeyCose(rs.getBytes("public_key")))
                    .signatureCount(rs.getLong("signature_count"))
                    .uvInitialized(rs.getBoolean("user_verified"))
                    .backupEligible(rs.getBoolean("backup_eligible"))
                    .backupState(rs.getBoolean("backed_up"))
                    .transports(Arrays.stream(transports)
                            .map(AuthenticatorTransport::valueOf)
                            .collect(Collectors.toSet()))
                    .attestationObject(new Bytes(rs.getBytes("attestation")))
                    .attestationClientDataJSON(new Bytes(rs.getBytes("attestation_client_data")))
                    .label(rs.getString("label"))
                    .created(instant(rs, "created_at"))
                    .lastUsed(instant(rs, "last_used_at"))
                    .build();
        }
    }
}
