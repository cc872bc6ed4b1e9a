package org.needlepoint.frontdoor.settings.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.scheduling.hours.PastedHours;
import org.needlepoint.scheduling.hours.Period;
import org.needlepoint.scheduling.hours.WeekdayHours;

/// Reads the form for a week of hours: up to four stretches a day, or a text to fill them in from.
final class WeekForm {
    static final int MOST_STRETCHES = 4;
    private static final int FEWEST_SHOWN = 2;

    private WeekForm() {}

    /// A week and when it holds.
    record Week(Period period, List<WeekdayHours> hours) {}

    /// The week; empty when something is wrong with the fields.
    static Optional<Week> read(Fields fields, LocalDate today) {
        var from = fields.day("from", today);
        var to = fields.lastDay("to", from);
        var hours = new ArrayList<WeekdayHours>();
        for (var day : DayOfWeek.values()) {
            for (int i = 1; i <= MOST_STRETCHES; i++) {
                read(fields, day, i).ifPresent(each -> add(fields, hours, each));
            }
        }
        return fields.fine() && from != null ? Optional.of(new Week(new Period(from, to), hours)) : Optional.empty();
    }

    /// Takes the week from the text; empty when it cannot be read.
    static Optional<List<WeekdayHours>> pasted(Fields fields) {
        return switch (PastedHours.read(fields.text("pasted"))) {
            case PastedHours.Reading.Week(var hours) -> Optional.of(hours);
            case PastedHours.Reading.Flawed(var flaws) -> {
                var flaw = flaws.getFirst();
                fields.wrong("pasted", "hours.pasted." + flaw.kind().name().toLowerCase(Locale.ROOT), flaw.piece());
                yield Optional.empty();
            }
        };
    }

    /// What to say of a flaw.
    static String keyOf(PastedHours.Flaw flaw) {
        return "hours.pasted." + flaw.kind().name().toLowerCase(Locale.ROOT);
    }

    /// The fields of a week.
    static Map<String, String> typed(List<WeekdayHours> week) {
        var typed = new HashMap<String, String>();
        for (var day : DayOfWeek.values()) {
            int i = 1;
            for (var hours : week) {
                if (hours.weekday() == day && i <= MOST_STRETCHES) {
                    typed.put(name(day, i, "opens"), hours.opens().toString());
                    typed.put(name(day, i++, "closes"), hours.closes().toString());
                }
            }
        }
        return typed;
    }

    /// How many stretches of a day the form shows: one more than are filled in.
    static int shown(Map<String, String> typed, DayOfWeek day) {
        int filled = 0;
        for (int i = 1; i <= MOST_STRETCHES; i++) {
            if (!typed.getOrDefault(name(day, i, "opens"), "").isBlank()
                    || !typed.getOrDefault(name(day, i, "closes"), "").isBlank()) {
                filled = i;
            }
        }
        return Math.clamp(filled + 1L, FEWEST_SHOWN, MOST_STRETCHES);
    }

    /// The name of a field: `monday-1-opens`.
    static String name(DayOfWeek day, int stretch, String end) {
        return day.name().toLowerCase(Locale.ROOT) + "-" + stretch + "-" + end;
    }

    private static Optional<WeekdayHours> read(Fields fields, DayOfWeek day, int stretch) {
        var opensField = name(day, stretch, "opens");
        var closesField = name(day, stretch, "closes");
        if (!fields.given(opensField) && !fields.given(closesField)) {
            return Optional.empty();
        }
        var opens = fields.time(opensField);
        var closes = fields.time(closesField);
        if (opens == null || closes == null) {
            return Optional.empty();
        }
        if (!closes.isAfter(opens)) {
            fields.wrong(closesField, "hours.wrong.closes");
            return Optional.empty();
        }
        return Optional.of(new WeekdayHours(day, opens, closes));
    }

    private static void add(Fields fields, List<WeekdayHours> hours, WeekdayHours next) {
        if (hours.stream().anyMatch(next::overlaps)) {
            fields.wrong(fieldOf(fields, next), "hours.wrong.overlap");
        } else {
            hours.add(next);
        }
    }

    /// The field in which hours were typed; the first of the day when it is not found.
    static String fieldOf(Fields fields, WeekdayHours hours) {
        @Nullable String found = null;
        for (int i = 1; i <= MOST_STRETCHES; i++) {
            if (fields.text(name(hours.weekday(), i, "opens"))
                    .startsWith(hours.opens().toString())) {
                found = name(hours.weekday(), i, "opens");
            }
        }
        return found == null ? name(hours.weekday(), 1, "opens") : found;
    }
}
