package org.needlepoint.frontdoor.calendar.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.frontdoor.calendar.By;

/// What of the calendar is shown: its address, and what every form on it carries along to come back.
///
/// @param only the one whose week is shown; null: the first
record Shown(LocalDate day, boolean week, By by, @Nullable UUID only) {
    /// As it stands in an address.
    record Asked(
            @Nullable String day,
            @Nullable String view,
            @Nullable String by,
            @Nullable String only) {}

    /// A field of a form.
    record Field(String name, String value) {}

    /// What cannot be read is left out: an address typed by hand leads somewhere.
    static Shown of(Asked asked, LocalDate today) {
        return new Shown(
                day(asked.day(), today),
                "week".equals(asked.view()),
                By.of(asked.by() == null ? "" : asked.by()),
                id(asked.only()));
    }

    private static LocalDate day(@Nullable String text, LocalDate today) {
        try {
            var day = text == null ? today : LocalDate.parse(text);
            return day.getYear() < 1900 || day.getYear() > 2200 ? today : day;
        } catch (DateTimeException e) {
            return today;
        }
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    LocalDate first() {
        return week ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day;
    }

    LocalDate last() {
        return week ? first().plusDays(6) : day;
    }

    Shown on(LocalDate other) {
        return new Shown(other, week, by, only);
    }

    Shown earlier() {
        return on(day.minusDays(week ? 7 : 1));
    }

    Shown later() {
        return on(day.plusDays(week ? 7 : 1));
    }

    Shown as(boolean aWeek) {
        return new Shown(day, aWeek, by, only);
    }

    Shown by(By other) {
        return new Shown(day, week, other, null);
    }

    Shown of(UUID one) {
        return new Shown(day, week, by, one);
    }

    /// `?day=2026-12-02&view=day&by=practitioner`.
    String query() {
        return "?"
                + String.join(
                        "&",
                        fields().stream()
                                .map(each -> each.name() + "=" + each.value())
                                .toList());
    }

    List<Field> fields() {
        var fields = new ArrayList<Field>();
        fields.add(new Field("day", day.toString()));
        fields.add(new Field("view", week ? "week" : "day"));
        fields.add(new Field("by", by.code()));
        if (only != null) {
            fields.add(new Field("only", only.toString()));
        }
        return List.copyOf(fields);
    }
}
