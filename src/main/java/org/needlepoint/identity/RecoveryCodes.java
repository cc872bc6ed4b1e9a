package org.needlepoint.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.needlepoint.shared.PracticeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Ten codes for the day the telephone is lost. Each is random (50 bits), works once, and is shown once.
@Repository
class RecoveryCodes {
    private static final int HOW_MANY = 10;
    private static final int BYTES = 7;
    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    RecoveryCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Makes new codes; the old ones are worth nothing from now on.
    ///
    /// @return as people read them: `abcde-fghij`
    @Transactional
    List<String> renew(PracticeId practice, AccountId account) {
        jdbc.sql("delete from identity.recovery_code where practice_id = :practice and account_id = :account")
                .param("practice", practice.value())
                .param("account", account.value())
                .update();
        var codes = Stream.generate(RecoveryCodes::random).limit(HOW_MANY).toList();
        codes.forEach(code -> jdbc.sql("""
                insert into identity.recovery_code (practice_id, account_id, code_hash)
                values (:practice, :account, :hash)
                """)
                .param("practice", practice.value())
                .param("account", account.value())
                .param("hash", hash(practice, account, code))
                .update());
        return codes.stream()
                .map(code -> code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2))
                .toList();
    }

    private static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base32.encode(bytes).substring(0, LENGTH).toLowerCase(Locale.ROOT);
    }

    /// Uses a code up; false when it is none, or was used.
    @Transactional
    boolean use(PracticeId practice, AccountId account, String code) {
        return jdbc.sql("""
            update identity.recovery_code
               set used_at = :now
             where practice_id = :practice
               and account_id = :account
               and code_hash = :hash
               and used_at is null
            """)
                        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .param("practice", practice.value())
                        .param("account", account.value())
                        .param("hash", hash(practice, account, code.toLowerCase(Locale.ROOT)))
                        .update()
                == 1;
    }

    private static byte[] hash(PracticeId practice, AccountId account, String code) {
        return Sha256.of(practice + ":" + account + ":" + code);
    }
}
