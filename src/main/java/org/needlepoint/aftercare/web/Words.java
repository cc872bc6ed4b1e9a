package org.needlepoint.aftercare.web;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.needlepoint.practice.Practice;

/// Times and phone numbers as a practice's country writes them in the reader's language.
final class Words {
    private final Locale regional;
    private final String country;
    private final ZoneId zone;

    /// A number to call.
    ///
    /// @param label  such as "Front desk"
    /// @param number as people there write it
    /// @param href   `tel:+12075550142`
    record Phone(String label, String number, String href) {}

    private Words(Locale regional, String country, ZoneId zone) {
        this.regional = regional;
        this.country = country;
        this.zone = zone;
    }

    static Words of(Practice practice, Locale reader) {
        return new Words(
                Locale.of("es".equals(reader.getLanguage()) ? "es" : "en", practice.country()),
                practice.country(),
                practice.zone());
    }

    /// "Wednesday, December 2, 2026, 10:00 AM".
    String time(Instant at) {
        var local = at.atZone(zone);
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(regional)
                .format(local);
        var time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(regional)
                .format(local);
        return capital((day + ", " + time).replace('\u202f', ' ').replace('\u00a0', ' '));
    }

    /// The practice's numbers, in the order of its locations.
    List<Phone> phones(Practice practice) {
        return practice.locations().stream()
                .flatMap(location -> location.phones().stream())
                .map(phone -> new Phone(phone.label().in(regional), phone(phone.number()), "tel:" + phone.number()))
                .toList();
    }

    /// A number of the practice's country as people there write it, any other with its country code.
    String phone(String e164) {
        var util = PhoneNumberUtil.getInstance();
        try {
            var number = util.parse(e164, country);
            boolean home = number.getCountryCode() == util.getCountryCodeForRegion(country);
            return util.format(number, home ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return e164;
        }
    }

    private String capital(String words) {
        return words.substring(0, 1).toUpperCase(regional) + words.substring(1);
    }
}
