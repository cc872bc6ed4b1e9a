package org.needlepoint.frontdoor.web;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.Money;

/// Dates, times, prices and phone numbers as a practice's country writes them in the reader's language.
public final class Words {
    private final Locale regional;
    private final String country;

    private Words(Locale regional, String country) {
        this.regional = regional;
        this.country = country;
    }

    /// The words of a practice for one reader.
    public static Words of(Practice practice, Locale reader) {
        return new Words(
                Locale.of("es".equals(reader.getLanguage()) ? "es" : "en", practice.country()), practice.country());
    }

    /// The reader's language in the practice's country.
    public Locale locale() {
        return regional;
    }

    /// "7:00 AM", with an ordinary space.
    public String time(LocalTime time) {
        return plain(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(regional)
                .format(time));
    }

    /// The same as it stands after "at" or "until": "7:00 AM", but "las 7:00 a. m." and "la 1:00 p. m." in Spanish.
    public String theTime(LocalTime time) {
        var written = time(time);
        if (!regional.getLanguage().equals("es")) {
            return written;
        }
        return (written.startsWith("1:") ? "la " : "las ") + written;
    }

    /// "Tuesday, December 1".
    public String day(LocalDate day) {
        var pattern = regional.getLanguage().equals("es") ? "EEEE, d 'de' MMMM" : "EEEE, MMMM d";
        return capital(DateTimeFormatter.ofPattern(pattern, regional).format(day));
    }

    /// The same within a sentence: "Tuesday, December 1", but "el martes 1 de diciembre" in Spanish.
    public String theDay(LocalDate day) {
        return regional.getLanguage().equals("es")
                ? DateTimeFormatter.ofPattern("'el' EEEE d 'de' MMMM", regional).format(day)
                : day(day);
    }

    /// "Tue, Dec 1".
    String briefDay(LocalDate day) {
        var pattern = regional.getLanguage().equals("es") ? "EEE d MMM" : "EEE, MMM d";
        return capital(DateTimeFormatter.ofPattern(pattern, regional).format(day));
    }

    /// "Dec 1".
    String dayAndMonth(LocalDate day) {
        var pattern = regional.getLanguage().equals("es") ? "d MMM" : "MMM d";
        return DateTimeFormatter.ofPattern(pattern, regional).format(day);
    }

    /// "Tuesday, December 1, 2026".
    public String dayAndYear(LocalDate day) {
        return capital(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(regional)
                .format(day));
    }

    /// "March 4, 1988".
    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(regional)
                .format(day);
    }

    /// "Eastern Standard Time".
    public String zone(ZonedDateTime at) {
        return DateTimeFormatter.ofPattern("zzzz", regional).format(at);
    }

    /// "EST".
    String briefZone(ZonedDateTime at) {
        return DateTimeFormatter.ofPattern("zzz", regional).format(at);
    }

    /// "Eastern Time": of a stretch in which the clocks may change.
    String zoneThroughout(ZonedDateTime at) {
        return capital(DateTimeFormatter.ofPattern("vvvv", regional).format(at));
    }

    /// "Monday".
    public String weekday(DayOfWeek day) {
        return capital(day.getDisplayName(TextStyle.FULL_STANDALONE, regional));
    }

    /// "$95" or "$95.50": whole amounts without cents.
    public String price(Money money) {
        var written = plain(money.format(regional));
        return written.replaceFirst("[.,]00(?=\\D*$)", "");
    }

    /// A number of the practice's country as people there write it, any other with its country code.
    public String phone(String e164) {
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

    private static String plain(String written) {
        return written.replace('\u202f', ' ').replace('\u00a0', ' ');
    }
}
