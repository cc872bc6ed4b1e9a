package org.needlepoint.identity;

import com.webauthn4j.util.exception.WebAuthnException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.practice.PublicUrl;
import org.needlepoint.shared.PracticeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Passkeys of staff, as a second factor (WebAuthn). Each ceremony's challenge is kept with the sign-in and counts
/// once.
@Service
public class Passkeys {
    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private final PasskeyRows rows;
    private final Accounts accounts;
    private final SignIns signIns;
    private final PublicUrl url;
    private final AuditTrail audit;

    Passkeys(PasskeyRows rows, Accounts accounts, SignIns signIns, PublicUrl url, AuditTrail audit) {
        this.rows = rows;
        this.accounts = accounts;
        this.signIns = signIns;
        this.url = url;
        this.audit = audit;
    }

    /// An account's passkeys, oldest first.
    @Transactional(readOnly = true)
    public List<Passkey> of(PracticeId practice, AccountId account) {
        return rows.of(practice, account);
    }

    /// Whether an account has any.
    @Transactional(readOnly = true)
    public boolean has(PracticeId practice, AccountId account) {
        return !rows.of(practice, account).isEmpty();
    }

    /// Begins adding a passkey.
    ///
    /// @return `PublicKeyCredentialCreationOptionsJSON`, for the browser
    @Transactional
    public String creationOptions(PracticeId practice, SignInKey key, AccountId account) {
        var options = operations(practice, account, null)
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(authentication(account)));
        signIns.keepChallenge(practice, key, options.getChallenge().getBytes());
        return JSON.writeValueAsString(options);
    }

    /// Finishes adding a passkey.
    ///
    /// @param answer the browser's `RegistrationResponseJSON`
    /// @param label  the owner's name for it, 1..100 characters
    /// @return false when the answer does not fit the challenge, the site or the account
    @Transactional
    public boolean register(PracticeId practice, SignInKey key, AccountId account, String answer, String label) {
        var challenge = signIns.takeChallenge(practice, key);
        if (challenge.isEmpty()) {
            return false;
        }
        try {
            var operations = operations(practice, account, new Bytes(challenge.get()));
            var options = operations.createPublicKeyCredentialCreationOptions(
                    new ImmutablePublicKeyCredentialCreationOptionsRequest(authentication(account)));
            var credential = JSON.readValue(
                    answer, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
            operations.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                    options, new RelyingPartyPublicKey(credential, label)));
        } catch (JacksonException | SecurityException | IllegalArgumentException | WebAuthnException e) {
            LOG.info(
                    "A passkey was not added to account {}: {}",
                    account,
                    e.getClass().getSimpleName());
            return false;
        }
        var actor = Actor.account(account.value());
        audit.append(practice, AuditEntry.of(actor, "passkey-added", "account", account.value()));
        return true;
    }

    /// Removes a passkey of this account.
    @Transactional
    public void remove(PracticeId practice, AccountId account, UUID id) {
        if (rows.remove(practice, account, id)) {
            var actor = Actor.account(account.value());
            audit.append(practice, AuditEntry.of(actor, "passkey-removed", "account", account.value()));
        }
    }

    /// Begins the second step of signing in with a passkey.
    ///
    /// @return `PublicKeyCredentialRequestOptionsJSON`, for the browser
    @Transactional
    public String requestOptions(PracticeId practice, SignInState.Pending pending) {
        var account = SignInStaff.accountOf(pending, SignInState.Stage.SECOND_FACTOR);
        var options = operations(practice, account, null)
                .createCredentialRequestOptions(
                        new ImmutablePublicKeyCredentialRequestOptionsRequest(authentication(account)));
        signIns.keepChallenge(practice, pending.key(), options.getChallenge().getBytes());
        return JSON.writeValueAsString(options);
    }

    /// Whether the browser's answer was made by a passkey of this account for the challenge it was given.
    @Transactional
    boolean proves(PracticeId practice, SignInKey key, AccountId account, String answer) {
        var challenge = signIns.takeChallenge(practice, key);
        if (challenge.isEmpty()) {
            return false;
        }
        try {
            var operations = operations(practice, account, new Bytes(challenge.get()));
            var options = operations.createCredentialRequestOptions(
                    new ImmutablePublicKeyCredentialRequestOptionsRequest(authentication(account)));
            var credential =
                    JSON.readValue(answer, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            operations.authenticate(new RelyingPartyAuthenticationRequest(options, credential));
            return true;
        } catch (JacksonException | SecurityException | IllegalArgumentException | WebAuthnException e) {
            LOG.info(
                    "A passkey was refused for account {}: {}",
                    account,
                    e.getClass().getSimpleName());
            return false;
        }
    }

    private static Authentication authentication(AccountId account) {
        return UsernamePasswordAuthenticationToken.authenticated(account.toString(), null, List.of());
    }

    /// The operations for one account of one practice, with a challenge that was given before, or a new one.
    private Webauthn4JRelyingPartyOperations operations(
            PracticeId practice, AccountId account, @Nullable Bytes challenge) {
        var origin = URI.create(url.base());
        var site = PublicKeyCredentialRpEntity.builder()
                .id(origin.getHost())
                .name("Needlepoint")
                .build();
        var port = origin.getPort() < 0 ? "" : ":" + origin.getPort();
        var operations = new Webauthn4JRelyingPartyOperations(
                new OneUser(user(practice, account)),
                rows.credentials(practice, account),
                site,
                Set.of(origin.getScheme() + "://" + origin.getHost() + port));
        if (challenge != null) {
            operations.setCustomizeCreationOptions(options -> options.challenge(challenge));
            operations.setCustomizeRequestOptions(options -> options.challenge(challenge));
        }
        return operations;
    }

    private PublicKeyCredentialUserEntity user(PracticeId practice, AccountId account) {
        var found = accounts.find(practice, account);
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle(account))
                .name(found.map(Accounts.Account::email).orElse(account.toString()))
                .displayName(found.map(Accounts.Account::displayName).orElse(""))
                .build();
    }

    /// The user handle: the account's id, which says nothing about its owner.
    static Bytes handle(AccountId account) {
        var id = account.value();
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    /// Every ceremony is about one account that is already known.
    private record OneUser(PublicKeyCredentialUserEntity user) implements PublicKeyCredentialUserEntityRepository {
        @Override
        public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
            return Optional.of(user).filter(it -> it.getId().equals(id)).orElse(null);
        }

        @Override
        public PublicKeyCredentialUserEntity findByUsername(String username) {
            return user;
        }

        @Override
        public void save(PublicKeyCredentialUserEntity entity) {
            throw new UnsupportedOperationException("accounts are made elsewhere");
        }

        @Override
        public void delete(Bytes id) {
            throw new UnsupportedOperationException("accounts are not deleted");
        }
    }
}
