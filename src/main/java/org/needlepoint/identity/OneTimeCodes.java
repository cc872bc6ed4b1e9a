package org.needlepoint.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;

/// Codes of an authenticator app (TOTP, RFC 6238: SHA-1, six digits, 30 seconds, as every app takes them).
@Component
class OneTimeCodes {
    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /// RFC 4226 section 4, requirement R6: 160 bits.
    private static final int SECRET_BYTES = 20;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final Accounts accounts;
    private final Clock clock;

    OneTimeCodes(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    static boolean looksLikeOne(String typed) {
        return SIX_DIGITS.matcher(typed).matches();
    }

    byte[] newSecret() {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /// Whether the code is right now, or was one step ago, or will be in one (clocks differ); each counts once.
    boolean use(PracticeId practice, Accounts.Credentials account, String typed) {
        if (!account.hasTotp()) {
            return false;
        }
        var step = stepOf(accounts.totpSecret(practice, account), typed);
        return step.isPresent() && accounts.useTotpStep(practice, account.id(), step.getAsLong());
    }

    /// The time step that a code belongs to; empty when it belongs to none of the three that are good now.
    OptionalLong stepOf(byte[] secret, String typed) {
        long length = generator.getTimeStep().toSeconds();
        long now = clock.instant().getEpochSecond() / length;
        return LongStream.rangeClosed(now - 1, now + 1)
                .filter(step -> same(codeAt(secret, Instant.ofEpochSecond(step * length)), typed))
                .findFirst();
    }

    private String codeAt(byte[] secret, Instant at) {
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, generator.getAlgorithm()), at, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("a TOTP secret is no key", e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
