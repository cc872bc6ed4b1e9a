package org.needlepoint.identity;

import java.time.Duration;
import java.util.Optional;
import org.needlepoint.audit.Actor;
import org.needlepoint.audit.AuditEntry;
import org.needlepoint.audit.AuditTrail;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Service;

/// Signs staff in: a password, then a one-time code, a recovery code or a passkey; and opens a locked screen.
///
/// No step runs in one transaction from end to end: the throttle must count whatever follows, and no connection is held
/// while a password is hashed.
@Service
public class SignInStaff {
    /// One person at one place mistypes this often at most.
    private static final Throttle.Limit PASSWORD = new Throttle.Limit("password", 5);

    /// Guesses at one account from many places. Higher, or strangers could keep somebody out.
    private static final Throttle.Limit PASSWORD_ANYWHERE = new Throttle.Limit("password-anywhere", 30);

    /// Guesses from one place: a whole practice may stand behind one address.
    private static final Throttle.Limit CLIENT = new Throttle.Limit("client", 30);

    private static final Throttle.Limit SECOND_FACTOR = new Throttle.Limit("second-factor", 5);
    private static final Throttle.Limit UNLOCK = new Throttle.Limit("unlock", 5);

    private final Accounts accounts;
    private final Passwords passwords;
    private final OneTimeCodes codes;
    private final RecoveryCodes recovery;
    private final Passkeys passkeys;
    private final SignIns signIns;
    private final Throttle throttle;
    private final AuditTrail audit;

    SignInStaff(
            Accounts accounts,
            Passwords passwords,
            OneTimeCodes codes,
            RecoveryCodes recovery,
            Passkeys passkeys,
            SignIns signIns,
            Throttle throttle,
            AuditTrail audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.codes = codes;
        this.recovery = recovery;
        this.passkeys = passkeys;
        this.signIns = signIns;
        this.throttle = throttle;
        this.audit = audit;
    }

    /// The first step.
    ///
    /// @param client the address the request came from
    public PasswordCheck password(PracticeId practice, String email, String password, String client) {
        var address = Accounts.normal(email);
        var wait = tooMany(practice, address, client);
        if (wait.isPresent()) {
            return new PasswordCheck.TooMany(wait.get());
        }
        var account = accounts.byEmail(practice, address);
        var hash = account.map(Accounts.Credentials::passwordHash);
        if (!passwords.fits(password, hash.orElse(null)) || account.isEmpty()) {
            refused(practice, account);
            return new PasswordCheck.Refused();
        }
        forget(practice, address, client);
        signIns.purge(practice);
        var id = account.get().id();
        boolean enrolled = account.get().hasTotp() || passkeys.has(practice, id);
        var next = enrolled ? SignInState.Stage.SECOND_FACTOR : SignInState.Stage.ENROLMENT;
        return new PasswordCheck.Proceed(signIns.begin(practice, SignedIn.Kind.STAFF, next, id.value()), next);
    }

    private Optional<Duration> tooMany(PracticeId practice, String email, String client) {
        return throttle.claim(practice, CLIENT, client)
                .or(() -> throttle.claim(practice, PASSWORD, email + "\n" + client))
                .or(() -> throttle.claim(practice, PASSWORD_ANYWHERE, email));
    }

    private void forget(PracticeId practice, String email, String client) {
        throttle.refund(practice, CLIENT, client);
        throttle.refund(practice, PASSWORD_ANYWHERE, email);
        throttle.forget(practice, PASSWORD, email + "\n" + client);
    }

    /// Writes the same kind of line whether somebody has the e-mail or not, so that the answer takes as long.
    private void refused(PracticeId practice, Optional<Accounts.Credentials> account) {
        var subject = account.map(found -> found.id().value()).orElse(practice.value());
        var kind = account.isPresent() ? "account" : "practice";
        audit.appendDenial(
                practice, AuditEntry.of(Actor.GUEST, "signed-in", kind, subject).denied("password"));
    }

    /// The second step, with a six-digit code or a recovery code.
    public FactorCheck code(PracticeId practice, SignInState.Pending pending, String typed) {
        var id = accountOf(pending, SignInState.Stage.SECOND_FACTOR);
        var wait = throttle.claim(practice, SECOND_FACTOR, id.toString());
        if (wait.isPresent()) {
            return new FactorCheck.TooMany(wait.get());
        }
        var account = accounts.byId(practice, id);
        if (account.isEmpty() || !fits(practice, account.get(), typed)) {
            audit.appendDenial(
                    practice,
                    AuditEntry.of(Actor.GUEST, "signed-in", "account", id.value())
                            .denied("second factor"));
            return new FactorCheck.Refused();
        }
        throttle.forget(practice, SECOND_FACTOR, id.toString());
        return new FactorCheck.Complete(signIns.complete(practice, pending.key(), id));
    }

    private boolean fits(PracticeId practice, Accounts.Credentials account, String typed) {
        var plain = typed.replaceAll("[\\s-]", "");
        return OneTimeCodes.looksLikeOne(plain)
                ? codes.use(practice, account, plain)
                : recovery.use(practice, account.id(), plain);
    }

    /// The second step, with a passkey.
    ///
    /// @param answer what the browser's authenticator answered, as JSON
    public FactorCheck passkey(PracticeId practice, SignInState.Pending pending, String answer) {
        var id = accountOf(pending, SignInState.Stage.SECOND_FACTOR);
        if (!passkeys.proves(practice, pending.key(), id, answer)) {
            audit.appendDenial(
                    practice,
                    AuditEntry.of(Actor.GUEST, "signed-in", "account", id.value())
                            .denied("passkey"));
            return new FactorCheck.Refused();
        }
        return new FactorCheck.Complete(signIns.complete(practice, pending.key(), id));
    }

    static AccountId accountOf(SignInState.Pending pending, SignInState.Stage stage) {
        if (pending.kind() != SignedIn.Kind.STAFF || pending.stage() != stage) {
            throw new IllegalArgumentException("expected stage " + stage + ", was " + pending.stage());
        }
        return new AccountId(pending.subject());
    }

    /// Opens a locked screen with the password.
    public Unlocking unlock(PracticeId practice, SignInState.Locked locked, String password) {
        var id = new AccountId(locked.who().id());
        var wait = throttle.claim(practice, UNLOCK, id.toString());
        if (wait.isPresent()) {
            return new Unlocking.TooMany(wait.get());
        }
        var hash = accounts.byId(practice, id).map(Accounts.Credentials::passwordHash);
        if (!passwords.fits(password, hash.orElse(null))) {
            audit.appendDenial(
                    practice,
                    AuditEntry.of(locked.who().actor(), "unlocked", "account", id.value())
                            .denied("password"));
            return new Unlocking.Refused();
        }
        throttle.forget(practice, UNLOCK, id.toString());
        signIns.unlock(practice, locked.key());
        return new Unlocking.Unlocked();
    }
}
