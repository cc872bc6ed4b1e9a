package org.needlepoint.frontdoor.web;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Services;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// What can be chosen in forms that ask for a visit: service, practitioner, location, day of the week.
@Component
public class Choices {
    private final Services services;
    private final Practitioners practitioners;
    private final MessageSource messages;

    Choices(Services services, Practitioners practitioners, MessageSource messages) {
        this.services = services;
        this.practitioners = practitioners;
        this.messages = messages;
    }

    /// The services offered, with their length.
    public List<Choice> services(Practice practice, Locale locale) {
        return services.active(practice.id()).stream()
                .map(service -> new Choice(
                        service.id().toString(),
                        service.name().in(locale) + " · " + say("frontdoor.today.minutes", locale, service.minutes()),
                        null))
                .toList();
    }

    /// The practitioners, "anyone" first.
    public List<Choice> practitioners(Practice practice, Locale locale) {
        return Stream.concat(
                        Stream.of(new Choice("", say("frontdoor.times.anyone", locale), null)),
                        practitioners.active(practice.id()).stream()
                                .map(person -> new Choice(person.id().toString(), person.titledName(), null)))
                .toList();
    }

    /// The locations, "any location" first; empty when there is no choice.
    public List<Choice> locations(Practice practice, Locale locale) {
        if (practice.locations().size() < 2) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(new Choice("", say("series.anywhere", locale), null)),
                        practice.locations().stream()
                                .map(location -> new Choice(location.id().toString(), location.name(), null)))
                .toList();
    }

    /// The days of the week, Monday first.
    public static List<Choice> weekdays(Words words) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Choice(day.name(), words.weekday(day), null))
                .toList();
    }

    /// Names of practitioners by id; empty for an unknown one.
    public Function<PractitionerId, String> names(Practice practice) {
        var byId = practitioners.all(practice.id()).stream()
                .collect(Collectors.toMap(Practitioner::id, Practitioner::titledName));
        return id -> Optional.ofNullable(byId.get(id)).orElse("");
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
