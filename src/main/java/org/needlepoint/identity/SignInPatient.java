package org.needlepoint.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.needlepoint.keys.KeyRing;
import org.needlepoint.shared.PracticeId;
import org.needlepoint.shared.Uuid7;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/// Signs patients in (rule F5): a code to an e-mail address or a telephone proves the contact, a birth date says which
/// of the people behind it is meant. No answer reveals whether a contact is known.
@Service
public class SignInPatient {
    private static final Throttle.Limit CONTACT = new Throttle.Limit("patient-contact", 5);
    private static final Throttle.Limit CLIENT = new Throttle.Limit("patient-client", 30);
    private static final Duration CODE_LASTS = Duration.ofMinutes(10);
    private static final int TRIES = 5;
    private static final int CODES = 1_000_000;
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+\\.[^@\\s\\p{Cntrl}]+");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final KeyRing ring;
    private final Throttle throttle;
    private final SignIns signIns;
    private final ObjectProvider<CodeSender> sender;
    private final ObjectProvider<PatientLookup> patients;
    private final Clock clock;

    SignInPatient(
            JdbcClient jdbc,
            TransactionOperations transaction,
            KeyRing ring,
            Throttle throttle,
            SignIns signIns,
            ObjectProvider<CodeSender> sender,
            ObjectProvider<PatientLookup> patients,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.ring = ring;
        this.throttle = throttle;
        this.signIns = signIns;
        this.sender = sender;
        this.patients = patients;
        this.clock = clock;
    }

    private record Code(String contact, String hash, Instant expires, int tries, int birthDateTries, boolean used) {}

    /// The first step: a code to a contact.
    ///
    /// @param typed   an e-mail address, or a telephone number as people of that country write it
    /// @param country of the practice, two letters
    public PatientCode request(PracticeId practice, String typed, String country, Locale locale, String client) {
        var contact = contact(typed, country);
        if (contact.isEmpty()) {
            return new PatientCode.NoContact();
        }
        var wait = throttle.claim(practice, CLIENT, client).or(() -> throttle.claim(practice, CONTACT, contact.get()));
        if (wait.isPresent()) {
            return new PatientCode.TooMany(wait.get());
        }
        var token = transaction.execute(_ -> send(practice, contact.get(), locale));
        return new PatientCode.Requested(token);
    }

    private String send(PracticeId practice, String contact, Locale locale) {
        purge(practice);
        var id = Uuid7.next();
        var code = "%06d".formatted(RANDOM.nextInt(CODES));
        jdbc.sql("""
            insert into identity.sign_in_code (practice_id, id, contact, code_hash, expires_at)
            values (:practice, :id, :contact, :hash, :expires)
            """)
                .param("practice", practice.value())
                .param("id", id)
                .param("contact", contact)
                .param("hash", HexFormat.of().parseHex(hash(id, code)))
                .param("expires", utc(clock.instant().plus(CODE_LASTS)))
                .update();
        sender.ifAvailable(it -> it.send(practice, contact, code, locale));
        return signIns.begin(practice, SignedIn.Kind.PATIENT, SignInState.Stage.CODE, id);
    }

    private void purge(PracticeId practice) {
        signIns.purge(practice);
        throttle.purge(practice);
        jdbc.sql("delete from identity.sign_in_code where practice_id = :practice and expires_at < :before")
                .param("practice", practice.value())
                .param("before", utc(clock.instant().minus(Duration.ofDays(1))))
                .update();
    }

    /// An e-mail address in lower case or a telephone number in E.164; empty when it is neither.
    static Optional<String> contact(String typed, String country) {
        var plain = typed.strip();
        if (plain.contains("@")) {
            return plain.length() <= LONGEST_EMAIL && EMAIL.matcher(plain).matches()
                    ? Optional.of(Accounts.normal(plain))
                    : Optional.empty();
        }
        try {
            var number = PHONES.parse(plain, country);
            return PHONES.isValidNumber(number)
                    ? Optional.of(PHONES.format(number, PhoneNumberUtil.PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /// The second step: the code.
    @Transactional
    public CodeCheck code(PracticeId practice, SignInState.Pending pending, String typed) {
        var id = codeOf(pending, SignInState.Stage.CODE);
        var code = lock(practice, id);
        if (code.isEmpty() || isSpent(code.get(), code.get().tries())) {
            return new CodeCheck.Spent();
        }
        boolean right = same(code.get().hash(), hash(id, typed.replaceAll("[\\s-]", "")));
        if (!right) {
            int left = TRIES - code.get().tries() - 1;
            countTry(practice, id);
            return left == 0 ? new CodeCheck.Spent() : new CodeCheck.Refused(left);
        }
        use(practice, id);
        signIns.end(practice, pending.key());
        return new CodeCheck.Proved(signIns.begin(practice, SignedIn.Kind.PATIENT, SignInState.Stage.BIRTH_DATE, id));
    }

    private boolean isSpent(Code code, int tries) {
        return code.used() || tries >= TRIES || code.expires().isBefore(clock.instant());
    }

    /// The last step: whose birth date it is.
    ///
    /// @param chosen the patient, once [PatientCheck.Which] has asked
    @Transactional
    public PatientCheck birthDate(
            PracticeId practice, SignInState.Pending pending, LocalDate birthDate, Optional<UUID> chosen) {
        var id = codeOf(pending, SignInState.Stage.BIRTH_DATE);
        var code = lock(practice, id);
        if (code.isEmpty() || code.get().birthDateTries() >= TRIES) {
            return new PatientCheck.Spent();
        }
        countBirthDate(practice, id);
        var all = patients.stream()
                .flatMap(lookup -> lookup.byContact(practice, code.get().contact(), birthDate).stream())
                .toList();
        var matches = chosen.isEmpty()
                ? all
                : all.stream()
                        .filter(match -> chosen.get().equals(match.patient()))
                        .toList();
        return check(practice, pending, matches, code.get().birthDateTries() + 1);
    }

    private PatientCheck check(
            PracticeId practice, SignInState.Pending pending, List<PatientLookup.Match> matches, int tries) {
        if (matches.isEmpty()) {
            return tries >= TRIES ? new PatientCheck.Spent() : new PatientCheck.NoMatch();
        }
        if (matches.size() > 1) {
            return new PatientCheck.Which(matches);
        }
        return new PatientCheck.Complete(signIns.completePatient(
                practice, pending.key(), matches.getFirst().patient()));
    }

    private static UUID codeOf(SignInState.Pending pending, SignInState.Stage stage) {
        if (pending.kind() != SignedIn.Kind.PATIENT || pending.stage() != stage) {
            throw new IllegalArgumentException("expected stage " + stage + ", was " + pending.stage());
        }
        return pending.subject();
    }

    private Optional<Code> lock(PracticeId practice, UUID id) {
        return jdbc.sql("""
            select contact, code_hash, expires_at, tries, birth_date_tries, used_at
              from identity.sign_in_code
             where practice_id = :practice
               and id = :id
               for update
            """)
                .param("practice", practice.value())
                .param("id", id)
                .query((rs, _) -> new Code(
                        rs.getString("contact"),
                        HexFormat.of().formatHex(rs.getBytes("code_hash")),
                        rs.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        rs.getInt("tries"),
                        rs.getInt("birth_date_tries"),
                        rs.getObject("used_at") != null))
                .optional();
    }

    private void countTry(PracticeId practice, UUID id) {
        jdbc.sql("update identity.sign_in_code set tries = tries + 1 where practice_id = :practice and id = :id")
                .param("practice", practice.value())
                .param("id", id)
                .update();
    }

    private void countBirthDate(PracticeId practice, UUID id) {
        jdbc.sql("""
            update identity.sign_in_code
               set birth_date_tries = birth_date_tries + 1
             where practice_id = :practice
               and id = :id
            """).param("practice", practice.value()).param("id", id).update();
    }

    private void use(PracticeId practice, UUID id) {
        jdbc.sql("update identity.sign_in_code set used_at = :now where practice_id = :practice and id = :id")
                .param("now", utc(clock.instant()))
                .param("practice", practice.value())
                .param("id", id)
                .update();
    }

    /// Keyed, because a million codes are soon tried against a stolen table.
    private String hash(UUID id, String code) {
        var content = (id + ":" + code).getBytes(StandardCharsets.UTF_8);
        return ring.sign(KeyRing.Purpose.ONE_TIME_CODE, content).hex();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
