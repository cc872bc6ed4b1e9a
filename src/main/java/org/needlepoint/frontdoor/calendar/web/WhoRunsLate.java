package org.needlepoint.frontdoor.calendar.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.frontdoor.web.Choice;
import org.needlepoint.frontdoor.web.DelayWords;
import org.needlepoint.identity.Role;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Delay;
import org.needlepoint.scheduling.Delays;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Who runs late today, and of whom somebody may say so: the desk of anybody, practitioners of themselves.
@Component
class WhoRunsLate {
    private final Delays delays;
    private final Practitioners practitioners;
    private final MessageSource messages;
    private final Clock clock;

    WhoRunsLate(Delays delays, Practitioners practitioners, MessageSource messages, Clock clock) {
        this.delays = delays;
        this.practitioners = practitioners;
        this.messages = messages;
        this.clock = clock;
    }

    /// Somebody who runs late.
    ///
    /// @param may whether the one who looks may say so, and that they are on time again
    record Late(String practitioner, String name, String text, boolean may) {}

    List<Late> today(Practice practice, SignedIn who, Locale locale) {
        var late = delays.on(practice.id(), LocalDate.ofInstant(clock.instant(), practice.zone())).stream()
                .filter(Delay::isLate)
                .toList();
        if (late.isEmpty()) {
            return List.of();
        }
        Map<PractitionerId, String> names = practitioners.all(practice.id()).stream()
                .collect(Collectors.toMap(Practitioner::id, Practitioner::name));
        var may = may(practice, who).stream().map(Choice::value).toList();
        return late.stream()
                .map(delay -> {
                    var name = names.getOrDefault(delay.practitioner(), "");
                    return new Late(
                            delay.practitioner().toString(),
                            name,
                            messages.getMessage(
                                    "calendar.late.now",
                                    new Object[] {
                                        name,
                                        delay.minutes(),
                                        DelayWords.time(practice, delay.saidAt(), practice.zone(), locale)
                                    },
                                    locale),
                            may.contains(delay.practitioner().toString()));
                })
                .toList();
    }

    /// Of whom they may say it; empty: of nobody.
    List<Choice> may(Practice practice, SignedIn who) {
        var own = who.isAny(Role.PRACTITIONER)
                ? practitioners.ofAccount(practice.id(), who.id())
                : java.util.Optional.<Practitioner>empty();
        return practitioners.active(practice.id()).stream()
                .filter(each -> Rights.of(who).change()
                        || own.filter(self -> self.id().equals(each.id())).isPresent())
                .map(each -> new Choice(each.id().toString(), each.titledName(), null))
                .toList();
    }
}
