package org.needlepoint.frontdoor.calendar.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.frontdoor.web.Choice;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Overlap;
import org.needlepoint.scheduling.Rooms;
import org.needlepoint.scheduling.Services;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// What can be chosen in the calendar's forms.
@Component
class Options {
    private final Practitioners practitioners;
    private final Rooms rooms;
    private final Services services;
    private final MessageSource messages;

    Options(Practitioners practitioners, Rooms rooms, Services services, MessageSource messages) {
        this.practitioners = practitioners;
        this.rooms = rooms;
        this.services = services;
        this.messages = messages;
    }

    /// Adds what a form for placing a visit offers; lists with nothing to choose are empty.
    void addTo(ModelAndView page, Practice practice, Locale locale) {
        page.addObject("practitioners", practitioners(practice));
        page.addObject("locations", locations(practice));
        page.addObject("rooms", rooms(practice, locale));
        page.addObject("roles", roles(locale));
    }

    List<Choice> practitioners(Practice practice) {
        return practitioners.active(practice.id()).stream()
                .map(each -> new Choice(each.id().toString(), each.titledName(), null))
                .toList();
    }

    private static List<Choice> locations(Practice practice) {
        return practice.locations().size() < 2
                ? List.of()
                : practice.locations().stream()
                        .map(each -> new Choice(each.id().toString(), each.name(), null))
                        .toList();
    }

    List<Choice> rooms(Practice practice, Locale locale) {
        var all = rooms.active(practice.id());
        if (all.isEmpty()) {
            return List.of();
        }
        var options = new ArrayList<Choice>();
        options.add(new Choice("", say("calendar.form.room.any", locale), null));
        for (var place : practice.locations()) {
            all.stream()
                    .filter(room -> room.location().equals(place.id()))
                    .forEach(room -> options.add(new Choice(
                            room.id().toString(),
                            practice.locations().size() < 2 ? room.name() : room.name() + " · " + place.name(),
                            null)));
        }
        return options;
    }

    private List<Choice> roles(Locale locale) {
        return Arrays.stream(Overlap.Role.values())
                .map(role -> new Choice(role.code(), say("calendar.overlap." + role.code(), locale), null))
                .toList();
    }

    List<Choice> services(Practice practice, Locale locale) {
        return services.active(practice.id()).stream()
                .map(each -> new Choice(
                        each.id().toString(),
                        each.name().in(locale) + " · " + say("frontdoor.today.minutes", locale, each.minutes()),
                        null))
                .toList();
    }

    List<Choice> reasons(Locale locale) {
        return Arrays.stream(Appointment.CancelReason.values())
                .map(reason -> new Choice(reason.code(), say("calendar.reason." + reason.code(), locale), null))
                .toList();
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
