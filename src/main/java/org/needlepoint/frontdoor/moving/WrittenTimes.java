package org.needlepoint.frontdoor.moving;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates and times as people and programs write them. Where 3/4 could be either, the practice's country decides.
final class WrittenTimes {
    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern PARTS = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})");
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})(?:[:.h](\\d{2}))?(?::\\d{2}(?:\\.\\d+)?)?\\s*([ap])?\\.?\\s*(?:m\\.?)?");
    private static final Pattern BOTH = Pattern.compile("(\\S+?)(?:T|,?\\s+)(.+)");

    private WrittenTimes() {}

    static Optional<LocalDate> date(String text, String country) {
        var iso = ISO.matcher(text.strip());
        if (iso.matches()) {
            return date(number(iso, 1), number(iso, 2), number(iso, 3));
        }
        var parts = PARTS.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        return country.equals("US")
                ? date(number(parts, 3), number(parts, 1), number(parts, 2))
                : date(number(parts, 3), number(parts, 2), number(parts, 1));
    }

    /// "7:30", "19.30", "7 pm", "7:30 a. m."; without a half of the day, hours run to 23.
    static Optional<LocalTime> time(String text) {
        var matcher = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches() || (matcher.group(2) == null && matcher.group(3) == null)) {
            return Optional.empty();
        }
        int hour = number(matcher, 1);
        int minute = matcher.group(2) == null ? 0 : number(matcher, 2);
        var half = matcher.group(3);
        if (half != null && (hour < 1 || hour > 12)) {
            return Optional.empty();
        }
        int onTheClock = half == null ? hour : hour % 12 + (half.equals("p") ? 12 : 0);
        return onTheClock > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(onTheClock, minute));
    }

    /// A date and a time in one cell: "2026-12-07T09:00", "12/7/2026 9:00 AM".
    static Optional<LocalDateTime> both(String text, String country) {
        var matcher = BOTH.matcher(text.strip());
        return matcher.matches()
                ? date(matcher.group(1), country)
                        .flatMap(day -> time(matcher.group(2)).map(day::atTime))
                : Optional.empty();
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
