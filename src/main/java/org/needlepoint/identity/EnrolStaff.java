package org.needlepoint.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.keys.KeyRing;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Sets up an authenticator app at the first sign-in.
@Service
public class EnrolStaff {
    private final Accounts accounts;
    private final OneTimeCodes codes;
    private final RecoveryCodes recovery;
    private final SignIns signIns;
    private final KeyRing ring;
    private final AuditTrail audit;

    EnrolStaff(
            Accounts accounts,
            OneTimeCodes codes,
            RecoveryCodes recovery,
            SignIns signIns,
            KeyRing ring,
            AuditTrail audit) {
        this.accounts = accounts;
        this.codes = codes;
        this.recovery = recovery;
        this.signIns = signIns;
        this.ring = ring;
        this.audit = audit;
    }

    /// A new secret to be taken over by an app.
    ///
    /// @param issuer the practice's name, as the app will show it
    @Transactional(readOnly = true)
    public Enrolment.Offer offer(PracticeId practice, SignInState.Pending pending, String issuer) {
        var id = SignInStaff.accountOf(pending, SignInState.Stage.ENROLMENT);
        var secret = codes.newSecret();
        var sealed = Base64.getUrlEncoder().withoutPadding().encodeToString(ring.seal(secret, context(pending)));
        return offer(practice, id, secret, sealed, issuer);
    }

    private Enrolment.Offer offer(PracticeId practice, AccountId id, byte[] secret, String sealed, String issuer) {
        var email = accounts.find(practice, id).orElseThrow(NotFound::new).email();
        var plain = Base32.encode(secret);
        var uri = "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(encode(issuer), encode(email), plain, encode(issuer));
        return new Enrolment.Offer(plain.replaceAll("(.{4})(?!$)", "$1 "), uri, sealed);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// The secret is sealed for one sign-in on its way: in another it cannot be opened.
    private static byte[] context(SignInState.Pending pending) {
        return ("enrolment:" + pending.key().hex() + ":" + pending.subject()).getBytes(StandardCharsets.US_ASCII);
    }

    /// Keeps the secret when the first code is right. A sealed secret that was not offered to this sign-in is refused
    /// with a new offer.
    @Transactional
    public Enrolment confirm(
            PracticeId practice, SignInState.Pending pending, String issuer, String sealed, String typed) {
        var id = SignInStaff.accountOf(pending, SignInState.Stage.ENROLMENT);
        var opened = open(sealed, pending);
        if (opened.isEmpty()) {
            return new Enrolment.Refused(offer(practice, pending, issuer));
        }
        var secret = opened.get();
        var step = codes.stepOf(secret, typed.replaceAll("[\\s-]", ""));
        if (step.isEmpty()) {
            return new Enrolment.Refused(offer(practice, id, secret, sealed, issuer));
        }
        accounts.keepTotpSecret(practice, id, secret);
        accounts.useTotpStep(practice, id, step.getAsLong());
        var codesForRecovery = recovery.renew(practice, id);
        audit.append(practice, AuditEntry.of(Actor.account(id.value()), "enrolled", "account", id.value()));
        return new Enrolment.Confirmed(signIns.complete(practice, pending.key(), id), codesForRecovery);
    }

    private Optional<byte[]> open(String sealed, SignInState.Pending pending) {
        try {
            return Optional.of(ring.open(Base64.getUrlDecoder().decode(sealed), context(pending)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
