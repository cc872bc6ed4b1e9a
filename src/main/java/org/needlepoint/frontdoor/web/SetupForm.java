package org.needlepoint.frontdoor.web;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.Profession;
import org.needlepoint.frontdoor.SetUpPractice;
import org.needlepoint.shared.Money;

/// Reads what an owner typed about the new practice, field by field.
final class SetupForm {
    static final int SHORTEST_PASSWORD = 12;
    static final String COUNTRY = "US";
    private static final int LONGEST_PASSWORD = 200;
    private static final int LONGEST = 200;
    private static final int LONGEST_SENTENCE = 300;
    private static final int LONGEST_LETTERS = 100;
    private static final int LONGEST_SLUG = 60;
    private static final Currency DOLLAR = Currency.getInstance("USD");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\"<>(),;:\\\\]{1,64}@[^\\s@\"<>(),;:\\\\]+\\.[^\\s@\"<>(),;:\\\\.]{2,}");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern PRICE = Pattern.compile("\\$?\\s*(\\d{1,5}(\\.\\d{2})?)");
    private static final Set<String> STATES = Set.of(
            ("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC "
                            + "ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR VI GU AS MP")
                    .split(" "));

    private final Map<String, String> typed;
    private final List<Problem> problems = new ArrayList<>();

    SetupForm(Map<String, String> typed) {
        this.typed = typed;
    }

    /// What is wrong with a field, as a message's key.
    record Problem(String field, String key) {}

    /// What became of the form.
    sealed interface Reading {
        /// Well formed.
        record Valid(SetUpPractice.Plan plan) implements Reading {}

        /// Some fields need another look, in the order of the form.
        record Invalid(List<Problem> problems) implements Reading {}
    }

    Reading read() {
        var name = text("practice", LONGEST);
        var slug = slug(name);
        var sentence = text("sentence", LONGEST_SENTENCE);
        var zone = matching("zone", SetupChoices.ZONES::contains);
        var street = text("street", LONGEST);
        var city = text("city", LONGEST);
        var region = matching("region", value -> STATES.contains(value.toUpperCase(Locale.ROOT)));
        var postalCode = matching("postalCode", value -> value.matches("\\d{5}(-\\d{4})?"));
        var phone = phone();
        var email = email("email");
        var owner = new SetUpPractice.Owner(text("ownerName", LONGEST), email("ownerEmail"), password());
        var treating = treating();
        if (!problems.isEmpty()) {
            return new Reading.Invalid(List.copyOf(problems));
        }
        return new Reading.Valid(new SetUpPractice.Plan(
                slug,
                name,
                sentence,
                ZoneId.of(zone),
                new SetUpPractice.Address(street, city, region.toUpperCase(Locale.ROOT), postalCode),
                phone,
                email,
                owner,
                treating.orElse(null)));
    }

    /// What the site's address becomes when nothing is typed: the name in plain letters.
    static String proposed(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[^a-z0-9]+", "-");
        var cut = plain.substring(0, Math.min(plain.length(), LONGEST_SLUG));
        return cut.replaceAll("^-|-$", "");
    }

    private String slug(String name) {
        var value = clean("slug").isEmpty() ? proposed(name) : clean("slug");
        if (!name.isEmpty()
                && (value.length() > LONGEST_SLUG || !SLUG.matcher(value).matches())) {
            flaw("slug", "setup.slug.wrong");
        }
        return value;
    }

    private String text(String field, int longest) {
        var value = clean(field);
        if (value.isEmpty()) {
            flaw(field, "setup." + field + ".missing");
        } else if (value.length() > longest) {
            flaw(field, "setup.tooLong");
        }
        return value;
    }

    private String matching(String field, Predicate<String> right) {
        var value = clean(field);
        if (!right.test(value)) {
            flaw(field, "setup." + field + ".wrong");
        }
        return value;
    }

    private String email(String field) {
        return matching(
                field,
                value -> value.length() <= LONGEST && EMAIL.matcher(value).matches());
    }

    private String phone() {
        var util = PhoneNumberUtil.getInstance();
        try {
            var number = util.parse(clean("phone"), COUNTRY);
            if (util.isPossibleNumber(number)) {
                return util.format(number, PhoneNumberFormat.E164);
            }
        } catch (NumberParseException _) {
            // said below
        }
        flaw("phone", "setup.phone.wrong");
        return "";
    }

    private String password() {
        var password = typed.getOrDefault("password", "");
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD || password.isBlank()) {
            flaw("password", "setup.password.wrong");
        } else if (!password.equals(typed.get("passwordAgain"))) {
            flaw("passwordAgain", "setup.passwordAgain.wrong");
        }
        return password;
    }

    private Optional<SetUpPractice.Treating> treating() {
        if (clean("treats").isEmpty()) {
            return Optional.empty();
        }
        var letters = clean("credentials");
        if (letters.length() > LONGEST_LETTERS) {
            flaw("credentials", "setup.tooLong");
        }
        var profession = profession();
        var opens = time("opens");
        var closes = time("closes");
        if (opens != null
                && closes != null
                && closes.toSecondOfDay() - opens.toSecondOfDay() < SetUpPractice.FIRST_VISIT_MINUTES * 60) {
            flaw("closes", "setup.closes.early");
        }
        var first = price("firstPrice");
        var consult = price("consultPrice");
        return profession == null || opens == null || closes == null || first == null || consult == null
                ? Optional.empty()
                : Optional.of(new SetUpPractice.Treating(letters, profession, opens, closes, first, consult));
    }

    private @Nullable Profession profession() {
        try {
            return Profession.of(clean("profession"));
        } catch (IllegalArgumentException _) {
            flaw("profession", "setup.profession.wrong");
            return null;
        }
    }

    private @Nullable LocalTime time(String field) {
        try {
            return LocalTime.parse(clean(field));
        } catch (DateTimeException _) {
            flaw(field, "setup." + field + ".wrong");
            return null;
        }
    }

    private @Nullable Money price(String field) {
        var matcher = PRICE.matcher(clean(field));
        if (!matcher.matches()) {
            flaw(field, "setup." + field + ".wrong");
            return null;
        }
        return new Money(new BigDecimal(matcher.group(1)).movePointRight(2).longValueExact(), DOLLAR);
    }

    private String clean(String field) {
        return typed.getOrDefault(field, "").replaceAll("[\\p{Cc}\\p{Cs}]", " ").strip();
    }

    private void flaw(String field, String key) {
        problems.add(new Problem(field, key));
    }
}
