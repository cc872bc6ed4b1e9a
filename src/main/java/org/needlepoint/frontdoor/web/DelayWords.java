package org.needlepoint.frontdoor.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Delay;
import org.needlepoint.scheduling.Delays;
import org.needlepoint.scheduling.Modality;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Says that a visit waits because its practitioner runs late. It never asks anybody to come later than they have to.
@Component
public class DelayWords {
    private final Delays delays;
    private final MessageSource messages;
    private final Clock clock;

    DelayWords(Delays delays, MessageSource messages, Clock clock) {
        this.delays = delays;
        this.messages = messages;
        this.clock = clock;
    }

    /// For the patient.
    ///
    /// @param advice what that means for them; null: nothing any more
    public record Notice(String text, @Nullable String advice) {}

    /// What the patient of a visit reads; null when nothing was said that concerns it.
    @Nullable
    Notice notice(Practice practice, Appointment visit, Locale locale) {
        return delays.of(practice.id(), visit.practitioner(), visit.localStart().toLocalDate())
                .filter(delay -> delay.concerns(visit, clock.instant()))
                .map(delay -> notice(practice, visit, delay, locale))
                .orElse(null);
    }

    private Notice notice(Practice practice, Appointment visit, Delay delay, Locale locale) {
        var asOf = time(practice, delay.saidAt(), visit.zone(), locale);
        if (!delay.isLate()) {
            return new Notice(say(locale, "frontdoor.delay.over", asOf), null);
        }
        var there = visit.modality() == Modality.IN_PERSON ? "in-person" : "remote";
        return new Notice(
                say(locale, "frontdoor.delay", delay.minutes(), asOf),
                say(locale, "frontdoor.delay." + there, delay.minutes()));
    }

    /// The tag of a visit on the lists of the staff.
    public String tag(Delay delay, Locale locale) {
        return say(locale, "frontdoor.delay.tag", delay.minutes());
    }

    /// The tags of those visits that wait, by the visit's id.
    Map<String, String> tags(Practice practice, Collection<Appointment> visits, Locale locale) {
        var now = clock.instant();
        var said = delays.on(practice.id(), now.atZone(practice.zone()).toLocalDate());
        return visits.stream()
                .flatMap(visit -> said.stream()
                        .filter(delay -> delay.isLate() && delay.concerns(visit, now))
                        .map(delay -> Map.entry(visit.id().toString(), tag(delay, locale))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// When it was said, on the clocks of a place: "2:05 PM".
    public static String time(Practice practice, Instant said, ZoneId zone, Locale locale) {
        return Words.of(practice, locale).time(said.atZone(zone).toLocalTime());
    }

    private String say(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
