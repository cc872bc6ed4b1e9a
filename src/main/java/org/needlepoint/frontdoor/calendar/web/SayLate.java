package org.needlepoint.frontdoor.calendar.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.frontdoor.reminders.SayRunningLate;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Delays;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Says who was told that a practitioner is late, and whom somebody has to call.
@Component
class SayLate {
    private final Delays delays;
    private final SayRunningLate sayRunningLate;
    private final Practitioners practitioners;
    private final MessageSource messages;
    private final Clock clock;

    SayLate(
            Delays delays,
            SayRunningLate sayRunningLate,
            Practitioners practitioners,
            MessageSource messages,
            Clock clock) {
        this.delays = delays;
        this.sayRunningLate = sayRunningLate;
        this.practitioners = practitioners;
        this.messages = messages;
        this.clock = clock;
    }

    /// Null when nothing was said of them today. The way to the list of calls is for those who may see it.
    @Nullable
    Said of(Practice practice, PractitionerId practitioner, SignedIn who, Locale locale) {
        var delay = delays.of(practice.id(), practitioner, LocalDate.ofInstant(clock.instant(), practice.zone()));
        var person = practitioners.find(practice.id(), practitioner);
        if (delay.isEmpty() || person.isEmpty()) {
            return null;
        }
        var told = sayRunningLate.told(practice, delay.get());
        var text = say(
                delay.get().isLate() ? "calendar.done.late" : "calendar.done.onTime",
                locale,
                person.get().name(),
                delay.get().minutes(),
                told.told());
        return told.calls() == 0
                ? Said.done(text)
                : new Said(
                        text + " " + say("calendar.done.calls", locale, told.calls()),
                        false,
                        null,
                        Rights.of(who).change()
                                ? new Said.Other("/messages", say("calendar.late.calls", locale))
                                : null);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
