package org.needlepoint.scheduling.hours;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a week of hours as people write it: `Mon-Thu 7-7, Fri 7-5; Sat 8-1`, in English or Spanish.
///
/// Without am or pm, an opening before seven is in the afternoon (`1-5`) unless it is written with two digits
/// (`06:30-14:00`), and a closing that is not after its opening is in the afternoon (`8-5`).
public final class PastedHours {
    private static final Pattern TOKEN = Pattern.compile(
            "(?<time>\\d{1,2}(?:[:.h]\\d{2})?\\s*(?:[ap]\\.?\\s?m\\b\\.?)?)|(?<word>\\p{L}+)|(?<dash>[-–—])|(?<other>[^\\s,;&.:])");
    private static final Pattern TIME =
            Pattern.compile("(?<hour>\\d{1,2})(?:[:.h](?<minute>\\d{2}))?\\s*(?<half>[ap])?.*");
    private static final int EARLIEST_MORNING = 7;
    private static final Set<String> TO = Set.of("to", "till", "until", "through", "a", "al", "hasta");
    private static final Set<String> FILLING =
            Set.of("and", "y", "e", "from", "de", "las", "la", "los", "el", "h", "hrs");
    private static final Set<String> CLOSED = Set.of("closed", "cerrado");
    private static final Set<String> NOON = Set.of("noon", "midday", "mediodia");
    private static final Map<String, Set<DayOfWeek>> GROUPS = Map.of(
            "daily", EnumSet.allOf(DayOfWeek.class),
            "diario", EnumSet.allOf(DayOfWeek.class),
            "weekdays", EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            "weekend", EnumSet.range(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    private static final List<List<String>> DAYS = List.of(
            List.of("monday", "lunes"),
            List.of("tuesday", "martes"),
            List.of("wednesday", "miercoles"),
            List.of("thursday", "jueves"),
            List.of("friday", "viernes"),
            List.of("saturday", "sabado"),
            List.of("sunday", "domingo"));

    private final List<WeekdayHours> found = new ArrayList<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private final Set<DayOfWeek> days = new LinkedHashSet<>();
    private @Nullable DayOfWeek lastDay;
    private @Nullable Clock opening;
    private boolean ranging;
    private boolean timesGiven;

    private PastedHours() {}

    /// What was read.
    public sealed interface Reading {
        /// By weekday and time.
        record Week(List<WeekdayHours> hours) implements Reading {}

        /// Some of it needs another look; nothing of it counts.
        record Flawed(List<Flaw> flaws) implements Reading {}
    }

    /// What is wrong with a piece of the text.
    ///
    /// @param piece as it was typed, or the hours as understood
    public record Flaw(Kind kind, String piece) {
        /// Why it cannot be taken.
        public enum Kind {
            NOTHING,
            NOT_UNDERSTOOD,
            NO_DAY,
            NO_END,
            NO_TIMES,
            ENDS_BEFORE_IT_BEGINS,
            OVERLAPS
        }
    }

    private record Clock(int hour, int minute, boolean said, String typed) {}

    /// Reads a week.
    public static Reading read(String text) {
        var reader = new PastedHours();
        var tokens = TOKEN.matcher(plain(text));
        while (tokens.find()) {
            var token = tokens.group().strip();
            if (tokens.group("time") != null) {
                reader.time(token);
            } else if (tokens.group("word") != null) {
                reader.word(token);
            } else if (tokens.group("dash") != null) {
                reader.ranging = true;
            } else {
                reader.flaw(Flaw.Kind.NOT_UNDERSTOOD, token);
            }
        }
        return reader.reading();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private void word(String word) {
        if (TO.contains(word)) {
            ranging = true;
        } else if (NOON.contains(word)) {
            clock(new Clock(12, 0, true, word));
        } else if (CLOSED.contains(word)) {
            timesGiven = true;
        } else if (GROUPS.containsKey(word)) {
            beginDays();
            days.addAll(GROUPS.getOrDefault(word, Set.of()));
        } else {
            var day = day(word);
            if (day.isPresent()) {
                day(day.get());
            } else if (!FILLING.contains(word)) {
                flaw(Flaw.Kind.NOT_UNDERSTOOD, word);
            }
        }
    }

    /// A weekday by its name or its first two letters or more.
    private static Optional<DayOfWeek> day(String word) {
        for (var day : DayOfWeek.values()) {
            for (var name : DAYS.get(day.getValue() - 1)) {
                if (word.length() >= 2 && (name.startsWith(word) || word.equals(name + "s"))) {
                    return Optional.of(day);
                }
            }
        }
        return Optional.empty();
    }

    private void day(DayOfWeek day) {
        var from = lastDay;
        if (ranging && from != null && !timesGiven && opening == null) {
            for (var each = from; each != day; each = each.plus(1)) {
                days.add(each);
            }
        } else {
            beginDays();
        }
        days.add(day);
        lastDay = day;
        ranging = false;
    }

    /// Days that follow times begin anew.
    private void beginDays() {
        endOpening();
        if (timesGiven) {
            days.clear();
        }
        timesGiven = false;
        ranging = false;
    }

    private void time(String typed) {
        var parts = TIME.matcher(typed);
        if (!parts.matches()) {
            flaw(Flaw.Kind.NOT_UNDERSTOOD, typed);
            return;
        }
        int hour = Integer.parseInt(parts.group("hour"));
        int minute = parts.group("minute") == null ? 0 : Integer.parseInt(parts.group("minute"));
        var half = parts.group("half");
        if (hour > 24 || minute > 59 || (half != null && (hour < 1 || hour > 12))) {
            flaw(Flaw.Kind.NOT_UNDERSTOOD, typed);
        } else if (half != null) {
            clock(new Clock(hour % 12 + (half.equals("p") ? 12 : 0), minute, true, typed));
        } else {
            boolean wholeDay = hour > 12 || typed.startsWith("0");
            clock(new Clock(hour, minute, wholeDay, typed));
        }
    }

    private void clock(Clock clock) {
        var from = opening;
        if (from == null) {
            opening = clock;
            ranging = false;
        } else if (ranging) {
            opening = null;
            ranging = false;
            stretch(from, clock);
        } else {
            flaw(Flaw.Kind.NO_END, from.typed());
            opening = clock;
        }
    }

    private void stretch(Clock from, Clock to) {
        timesGiven = true;
        var piece = from.typed() + "-" + to.typed();
        if (days.isEmpty()) {
            flaw(Flaw.Kind.NO_DAY, piece);
            return;
        }
        boolean bothBare = !from.said() && !to.said();
        int opens = bothBare && from.hour() < EARLIEST_MORNING ? from.hour() + 12 : from.hour();
        int start = opens * 60 + from.minute();
        int end = to.hour() * 60 + to.minute();
        if (!to.said() && to.hour() < 12 && end <= start) {
            end += 12 * 60;
        }
        if (end <= start || end >= 24 * 60) {
            flaw(Flaw.Kind.ENDS_BEFORE_IT_BEGINS, piece);
            return;
        }
        for (var day : days) {
            add(new WeekdayHours(day, LocalTime.ofSecondOfDay(start * 60L), LocalTime.ofSecondOfDay(end * 60L)));
        }
    }

    private void add(WeekdayHours hours) {
        if (found.stream().anyMatch(hours::overlaps)) {
            flaw(Flaw.Kind.OVERLAPS, hours.opens() + "-" + hours.closes());
        } else {
            found.add(hours);
        }
    }

    private void endOpening() {
        var from = opening;
        if (from != null) {
            flaw(Flaw.Kind.NO_END, from.typed());
            opening = null;
        }
    }

    private void flaw(Flaw.Kind kind, String piece) {
        var flaw = new Flaw(kind, piece);
        if (!flaws.contains(flaw)) {
            flaws.add(flaw);
        }
    }

    private Reading reading() {
        endOpening();
        if (!days.isEmpty() && !timesGiven && flaws.isEmpty()) {
            flaw(Flaw.Kind.NO_TIMES, "");
        }
        if (found.isEmpty() && flaws.isEmpty()) {
            flaw(Flaw.Kind.NOTHING, "");
        }
        return flaws.isEmpty()
                ? new Reading.Week(found.stream()
                        .sorted(Comparator.comparing(WeekdayHours::weekday).thenComparing(WeekdayHours::opens))
                        .toList())
                : new Reading.Flawed(List.copyOf(flaws));
    }
}
