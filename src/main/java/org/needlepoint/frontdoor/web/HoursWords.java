package org.needlepoint.frontdoor.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.needlepoint.frontdoor.PublicHours;
import org.needlepoint.scheduling.OpenDay;
import org.needlepoint.scheduling.Stretch;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Opening hours in words.
@Component
public class HoursWords {
    private final MessageSource messages;

    HoursWords(MessageSource messages) {
        this.messages = messages;
    }

    /// "8:00 AM – 12:00 PM".
    public String range(Stretch stretch, Words words, Locale locale) {
        return say("frontdoor.site.range", locale, words.time(stretch.opens()), words.time(stretch.closes()));
    }

    /// All stretches in one line, or "Closed".
    public String ranges(List<Stretch> stretches, Words words, Locale locale) {
        return stretches.isEmpty()
                ? say("frontdoor.site.closed", locale)
                : stretches.stream()
                        .map(stretch -> range(stretch, words, locale))
                        .collect(Collectors.joining(", "));
    }

    /// The same of a day, with what takes place by phone and video alone.
    public String of(OpenDay day, Words words, Locale locale) {
        if (day.inPerson().isEmpty() && !day.remote().isEmpty()) {
            return say("hours.public.remote", locale, ranges(day.remote(), words, locale));
        }
        var inPerson = ranges(day.inPerson(), words, locale);
        return day.partlyRemote()
                ? say("hours.public.remote.too", locale, inPerson, ranges(day.remote(), words, locale))
                : inPerson;
    }

    /// "Thursday, December 24, 2026", or from one such day to another.
    public String days(PublicHours.Special special, Words words, Locale locale) {
        var first = words.dayAndYear(special.first());
        return special.first().equals(special.last())
                ? first
                : say("frontdoor.site.range", locale, first, words.dayAndYear(special.last()));
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
