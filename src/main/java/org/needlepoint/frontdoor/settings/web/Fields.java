package org.needlepoint.frontdoor.settings.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.Texts;

/// Reads the fields of a form one by one, and keeps what is wrong with them in the order of reading.
final class Fields {
    private static final int MOST_YEARS_AHEAD = 5;

    private final Map<String, String> typed;
    private final List<Problem> problems = new ArrayList<>();

    Fields(Map<String, String> typed) {
        this.typed = Map.copyOf(typed);
    }

    /// What is wrong with a field, as a message's key and its arguments.
    record Problem(String field, String key, List<Object> arguments) {
        static Problem of(String field, String key, Object... arguments) {
            return new Problem(field, key, List.of(arguments));
        }
    }

    Map<String, String> typed() {
        return typed;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    boolean fine() {
        return problems.isEmpty();
    }

    void wrong(String field, String key, Object... arguments) {
        problems.add(Problem.of(field, key, arguments));
    }

    /// Without control characters and outer blanks; empty when nothing was typed.
    String text(String field) {
        return typed.getOrDefault(field, "")
                .replaceAll("[\\p{Cc}\\p{Cs}&&[^\\n]]", " ")
                .strip();
    }

    boolean given(String field) {
        return !text(field).isEmpty();
    }

    /// A text that has to be there.
    String text(String field, int longest, String missing) {
        var text = text(field);
        if (text.isEmpty()) {
            wrong(field, missing);
        } else if (text.length() > longest) {
            wrong(field, "hours.wrong.long", longest);
        }
        return text;
    }

    /// A text in English, and in Spanish where that was typed too; else the same in both.
    Texts texts(String field, int longest, String missing) {
        var english = text(field + "En", longest, missing);
        var spanish = text(field + "Es");
        if (spanish.length() > longest) {
            wrong(field + "Es", "hours.wrong.long", longest);
        }
        return new Texts(
                english.isEmpty() ? "-" : english, spanish.isEmpty() ? (english.isEmpty() ? "-" : english) : spanish);
    }

    /// A day of the next years; null and noted down when it is none.
    @Nullable
    LocalDate day(String field, LocalDate earliest) {
        try {
            var day = LocalDate.parse(text(field));
            if (day.isBefore(earliest)) {
                wrong(field, "hours.wrong.past");
                return null;
            }
            if (day.isAfter(earliest.plusYears(MOST_YEARS_AHEAD))) {
                wrong(field, "hours.wrong.far", MOST_YEARS_AHEAD);
                return null;
            }
            return day;
        } catch (DateTimeException _) {
            wrong(field, "hours.wrong.day");
            return null;
        }
    }

    /// A day, also of long ago; null and noted down when it is none.
    @Nullable
    LocalDate anyDay(String field) {
        try {
            return LocalDate.parse(text(field));
        } catch (DateTimeException _) {
            wrong(field, "hours.wrong.day");
            return null;
        }
    }

    /// A last day, not before the first; null when the field is empty, or wrong and noted down.
    @Nullable
    LocalDate lastDay(String field, @Nullable LocalDate first) {
        if (!given(field)) {
            return null;
        }
        try {
            var day = LocalDate.parse(text(field));
            if (first != null && day.isBefore(first)) {
                wrong(field, "hours.wrong.order");
                return null;
            }
            return day;
        } catch (DateTimeException _) {
            wrong(field, "hours.wrong.day");
            return null;
        }
    }

    /// A time of day; null and noted down when it is none.
    @Nullable
    LocalTime time(String field) {
        try {
            return LocalTime.parse(text(field)).withSecond(0).withNano(0);
        } catch (DateTimeException _) {
            wrong(field, "hours.wrong.time");
            return null;
        }
    }

    /// A whole number; empty and noted down when it is none, or outside its range.
    OptionalInt number(String field, int least, int most) {
        try {
            int number = Integer.parseInt(text(field));
            if (number >= least && number <= most) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException _) {
            // said below
        }
        wrong(field, "hours.wrong.number", least, most);
        return OptionalInt.empty();
    }

    /// An id; empty when it is none.
    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
