package org.needlepoint.frontdoor.settings.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.frontdoor.web.Words;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Closure;
import org.springframework.stereotype.Component;

/// Days that differ, in words.
@Component
class ExceptionWords {
    private final Practitioners practitioners;
    private final FormPage form;

    ExceptionWords(Practitioners practitioners, FormPage form) {
        this.practitioners = practitioners;
        this.form = form;
    }

    /// An entry of the list.
    record Entry(String id, String days, String label, String whose, String hours, boolean partial) {}

    Entry entry(Practice practice, Closure closure, Locale locale) {
        return new Entry(
                closure.id().toString(),
                days(practice, closure, locale),
                closure.label().in(locale),
                whose(practice, closure, locale),
                hours(practice, closure, locale),
                closure.kind() != Closure.Kind.CLOSED || closure.opens() != null);
    }

    /// All in one line: "Thursday, December 24, 2026: Christmas Eve, whole practice, open 8:00 AM to 12:00 PM".
    String line(Practice practice, Closure closure, Locale locale) {
        return form.say(
                "hours.exception.line",
                locale,
                days(practice, closure, locale),
                closure.label().in(locale),
                whose(practice, closure, locale),
                hours(practice, closure, locale));
    }

    private String days(Practice practice, Closure closure, Locale locale) {
        var words = Words.of(practice, locale);
        return closure.firstDay().equals(closure.lastDay())
                ? words.dayAndYear(closure.firstDay())
                : form.say(
                        "frontdoor.site.range",
                        locale,
                        words.dayAndYear(closure.firstDay()),
                        words.dayAndYear(closure.lastDay()));
    }

    private String whose(Practice practice, Closure closure, Locale locale) {
        var person = closure.practitioner();
        if (person != null) {
            return practitioners
                    .find(practice.id(), person)
                    .map(Practitioner::titledName)
                    .orElse("");
        }
        var place = closure.location();
        return practice.locations().stream()
                .filter(location -> location.id().equals(place))
                .map(Practice.Location::name)
                .findFirst()
                .orElseGet(() -> form.say("hours.exception.whose.practice", locale));
    }

    private String hours(Practice practice, Closure closure, Locale locale) {
        var range = range(practice, closure, locale);
        var key = "hours.exception.says." + closure.kind().code();
        return range == null ? form.say(key, locale) : form.say(key + ".times", locale, range);
    }

    private @Nullable String range(Practice practice, Closure closure, Locale locale) {
        var words = Words.of(practice, locale);
        var opens = closure.opens();
        var closes = closure.closes();
        return opens == null || closes == null
                ? null
                : form.say("frontdoor.site.range", locale, words.time(opens), words.time(closes));
    }
}
