package org.needlepoint.identity;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes and checks passwords with Argon2id, 19 MiB and 2 passes (OWASP Password Storage Cheat Sheet).
@Component
class Passwords {
    static final int SHORTEST = 8;
    static final int LONGEST = 200;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);

    /// Each check takes 19 MiB: a flood of them must wait, not exhaust the memory.
    private final Semaphore room = new Semaphore(4, true);

    /// Checked against when nobody has the e-mail, so that the answer takes as long as for everybody.
    private final String nobody = hash("nobody has this password");

    final String hash(String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a password has %d..%d characters, this one %d".formatted(SHORTEST, LONGEST, password.length()));
        }
        room.acquireUninterruptibly();
        try {
            var hash = encoder.encode(password);
            if (hash == null) {
                throw new IllegalStateException("the encoder gave no hash");
            }
            return hash;
        } finally {
            room.release();
        }
    }

    /// Whether the password fits the hash; false, after the same time, when there is no hash.
    boolean fits(String password, @Nullable String hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        room.acquireUninterruptibly();
        try {
            return encoder.matches(password, hash == null ? nobody : hash) && hash != null;
        } finally {
            room.release();
        }
    }
}
