package org.needlepoint.patients;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody typed about themselves, before it is known to be well formed.
///
/// @param birthDate ISO 8601, such as 1984-02-29
/// @param phone     as people write it; a number without a country is taken for one of the practice's country
public record DemographicsForm(
        @Nullable String name,
        @Nullable String birthDate,
        @Nullable String phone,
        @Nullable String email) {
    static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);
    /// One @, something on both sides, a dot in the domain, no space or quote: what can be delivered is learned by
    /// sending.
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\"<>(),;:\\\\]{1,64}@[^\\s@\"<>(),;:\\\\]+\\.[^\\s@\"<>(),;:\\\\.]{2,}");
    /// Control characters, halves of surrogate pairs, and marks that turn the direction of the text after them.
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");

    /// What became of the form.
    public sealed interface Reading {
        /// Well formed.
        record Valid(Demographics demographics) implements Reading {}

        /// Some fields need another look, in the order of the form.
        record Invalid(List<Flaw> flaws) implements Reading {}
    }

    /// What is wrong with one field.
    ///
    /// @param field as in the form: `name`, `birthDate`, `phone`, `email`
    public record Flaw(String field, Kind kind) {
        /// The kinds of flaw.
        public enum Kind {
            MISSING,
            TOO_LONG,
            NOT_A_DATE,
            IN_FUTURE,
            TOO_LONG_AGO,
            NOT_A_PHONE,
            NOT_AN_EMAIL,
            PHONE_OR_EMAIL
        }

        /// Names the text that tells the reader what to do: `patients.flaw.birthDate.in-future`.
        public String messageKey() {
            return "patients.flaw." + field + "."
                    + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Reads the form.
    ///
    /// @param today   at the practice: the last possible birth date
    /// @param country ISO 3166, for phone numbers written without one
    /// @param locale  the language the form was filled in
    public Reading read(LocalDate today, String country, Locale locale) {
        var flaws = new ArrayList<Flaw>();
        var cleanName = clean(name);
        if (cleanName.isEmpty()) {
            flaws.add(new Flaw("name", Flaw.Kind.MISSING));
        } else if (cleanName.codePointCount(0, cleanName.length()) > LONGEST_NAME) {
            flaws.add(new Flaw("name", Flaw.Kind.TOO_LONG));
        }
        var born = date(today, flaws);
        var cleanPhone = phone(country, flaws);
        var cleanEmail = email(flaws);
        if (clean(phone).isEmpty() && clean(email).isEmpty()) {
            flaws.add(new Flaw("phone", Flaw.Kind.PHONE_OR_EMAIL));
        }
        if (!flaws.isEmpty() || born.isEmpty()) {
            return new Reading.Invalid(List.copyOf(flaws));
        }
        return new Reading.Valid(new Demographics(
                cleanName,
                born.get(),
                cleanPhone.orElse(null),
                cleanEmail.orElse(null),
                "es".equals(locale.getLanguage()) ? Locale.forLanguageTag("es") : Locale.ENGLISH));
    }

    private Optional<LocalDate> date(LocalDate today, List<Flaw> flaws) {
        var typed = clean(birthDate);
        if (typed.isEmpty()) {
            flaws.add(new Flaw("birthDate", Flaw.Kind.MISSING));
            return Optional.empty();
        }
        try {
            var born = LocalDate.parse(typed);
            if (born.isAfter(today)) {
                flaws.add(new Flaw("birthDate", Flaw.Kind.IN_FUTURE));
            } else if (born.isBefore(EARLIEST_BIRTH)) {
                flaws.add(new Flaw("birthDate", Flaw.Kind.TOO_LONG_AGO));
            }
            return Optional.of(born);
        } catch (DateTimeException e) {
            flaws.add(new Flaw("birthDate", Flaw.Kind.NOT_A_DATE));
            return Optional.empty();
        }
    }

    private Optional<String> phone(String country, List<Flaw> flaws) {
        var typed = clean(phone);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        var number = e164(typed, country);
        if (number.isEmpty()) {
            flaws.add(new Flaw("phone", Flaw.Kind.NOT_A_PHONE));
        }
        return number;
    }

    private Optional<String> email(List<Flaw> flaws) {
        var typed = clean(email);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        if (typed.length() > LONGEST_EMAIL || !EMAIL.matcher(typed).matches()) {
            flaws.add(new Flaw("email", Flaw.Kind.NOT_AN_EMAIL));
            return Optional.empty();
        }
        return Optional.of(typed);
    }

    /// The number in E.164, or empty when it cannot be one. "Possible" is asked, not "valid": numbering plans change
    /// faster than software, and a wrong refusal costs a patient.
    static Optional<String> e164(String typed, String country) {
        if (typed.length() > 40) {
            return Optional.empty();
        }
        var util = PhoneNumberUtil.getInstance();
        try {
            var number = util.parse(typed, country);
            return util.isPossibleNumber(number)
                    ? Optional.of(util.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /// NFC, unprintable characters gone, spaces single, ends trimmed.
    static String clean(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        var spaced = SPACES.matcher(typed).replaceAll(" ");
        return Normalizer.normalize(UNPRINTABLE.matcher(spaced).replaceAll(""), Normalizer.Form.NFC)
                .strip();
    }
}
