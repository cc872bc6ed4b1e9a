package org.needlepoint.frontdoor.settings.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.needlepoint.frontdoor.web.HoursWords;
import org.needlepoint.frontdoor.web.Words;
import org.needlepoint.scheduling.Stretch;
import org.needlepoint.scheduling.hours.PlannedWeek;
import org.needlepoint.scheduling.hours.WeekdayHours;
import org.springframework.stereotype.Component;

/// Weeks of hours in words.
@Component
class WeekWords {
    private final HoursWords hoursWords;
    private final FormPage form;

    WeekWords(HoursWords hoursWords, FormPage form) {
        this.hoursWords = hoursWords;
        this.form = form;
    }

    /// A week: since when, and its days, neighbours with the same hours in one line.
    record Shown(String since, List<String> lines) {}

    private record Run(DayOfWeek first, DayOfWeek last, List<Stretch> hours) {}

    Shown of(PlannedWeek planned, LocalDate today, Words words, Locale locale) {
        return new Shown(since(planned, today, words, locale), lines(planned.week(), words, locale));
    }

    private String since(PlannedWeek planned, LocalDate today, Words words, Locale locale) {
        var from = planned.period().from();
        var to = planned.period().to();
        if (from.isAfter(today)) {
            return to == null
                    ? form.say("hours.week.from", locale, words.date(from))
                    : form.say("hours.week.fromTo", locale, words.date(from), words.date(to));
        }
        return to == null ? form.say("hours.week.now", locale) : form.say("hours.week.until", locale, words.date(to));
    }

    private List<String> lines(List<WeekdayHours> week, Words words, Locale locale) {
        var runs = new ArrayList<Run>();
        for (var day : DayOfWeek.values()) {
            var hours = week.stream()
                    .filter(each -> each.weekday() == day)
                    .map(each -> new Stretch(each.opens(), each.closes()))
                    .toList();
            if (!runs.isEmpty() && runs.getLast().hours().equals(hours)) {
                runs.add(new Run(runs.removeLast().first(), day, hours));
            } else {
                runs.add(new Run(day, day, hours));
            }
        }
        return runs.stream()
                .filter(run -> !run.hours().isEmpty())
                .map(run -> form.say(
                        "hours.week.line",
                        locale,
                        run.first() == run.last()
                                ? words.weekday(run.first())
                                : form.say(
                                        "frontdoor.site.range",
                                        locale,
                                        words.weekday(run.first()),
                                        words.weekday(run.last())),
                        hoursWords.ranges(run.hours(), words, locale)))
                .toList();
    }
}
