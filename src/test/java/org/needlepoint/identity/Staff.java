package org.needlepoint.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.needlepoint.audit.Actor;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.testing.PracticeFixture;

/// A member of staff for tests, with a telephone.
record Staff(AccountId id, String email) {
    static final String PASSWORD = "correct horse battery";
    static final String SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    static Staff open(PracticeFixture practices, Accounts accounts, PracticeId practice, Role... roles) {
        return create(practices, accounts, practice, SECRET, roles);
    }

    /// Has not set up codes yet.
    static Staff withoutCodes(PracticeFixture practices, Accounts accounts, PracticeId practice, Role... roles) {
        return create(practices, accounts, practice, null, roles);
    }

    private static Staff create(
            PracticeFixture practices, Accounts accounts, PracticeId practice, @Nullable String secret, Role... roles) {
        var email = "mara-" + AccountId.next() + "@example.com";
        var id = practices.in(
                practice,
                () -> accounts.create(
                        practice,
                        Actor.SYSTEM,
                        new Accounts.NewAccount(email, "Mara Fields", PASSWORD, secret, Set.of(roles))));
        return new Staff(id, email);
    }

    static String codeAt(String secret, Instant at) {
        try {
            var generator = new TimeBasedOneTimePasswordGenerator();
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(Base32.decode(secret), generator.getAlgorithm()), at);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
