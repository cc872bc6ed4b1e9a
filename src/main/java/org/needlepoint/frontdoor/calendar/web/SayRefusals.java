package org.needlepoint.frontdoor.calendar.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.frontdoor.web.Words;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Blocking;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.Obstacle;
import org.needlepoint.scheduling.Placement;
import org.needlepoint.scheduling.Rooms;
import org.needlepoint.scheduling.UndoVisitChange.Undoing;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Says why something was refused and what stands in the way, by name.
@Component
class SayRefusals {
    private static final int NAMED = 3;

    private final Calendar calendar;
    private final Patients patients;
    private final Practitioners practitioners;
    private final Rooms rooms;
    private final MessageSource messages;

    SayRefusals(
            Calendar calendar, Patients patients, Practitioners practitioners, Rooms rooms, MessageSource messages) {
        this.calendar = calendar;
        this.patients = patients;
        this.practitioners = practitioners;
        this.rooms = rooms;
        this.messages = messages;
    }

    /// Why a visit was not placed.
    ///
    /// @param zone of the location where it should have gone
    String of(Practice practice, Placement refusal, ZoneId zone, Locale locale) {
        var words = Words.of(practice, locale);
        return switch (refusal) {
            case Placement.Placed _ -> throw new IllegalArgumentException("nothing was refused");
            case Placement.InTheWay(var obstacles) -> inTheWay(practice, obstacles, zone, words, locale);
            case Placement.OutsideHours(var hours) ->
                hours.isEmpty()
                        ? say("calendar.refused.notWorking", locale)
                        : say(
                                "calendar.refused.hours",
                                locale,
                                hours.stream()
                                        .map(each -> words.time(each.opens()) + " – " + words.time(each.closes()))
                                        .collect(Collectors.joining(", ")));
            case Placement.NotOffered(var field) -> say("calendar.refused." + field, locale);
            case Placement.NotMovable(var visit) ->
                say(
                        "calendar.refused.state",
                        locale,
                        say("frontdoor.status." + visit.status().code(), locale));
            case Placement.ChangedMeanwhile(var now) -> changed(now, words, locale);
        };
    }

    /// The words of the link to the form that does it on purpose.
    String anyway(Locale locale) {
        return say("calendar.anyway", locale);
    }

    /// Why a change was not undone.
    String of(Practice practice, Undoing refusal, Locale locale) {
        var words = Words.of(practice, locale);
        return switch (refusal) {
            case Undoing.Undone _ -> throw new IllegalArgumentException("nothing was refused");
            case Undoing.InTheWay(var obstacles) -> inTheWay(practice, obstacles, practice.zone(), words, locale);
            case Undoing.NotUndoable _ -> say("calendar.refused.undo", locale);
            case Undoing.ChangedMeanwhile(var now) -> changed(now, words, locale);
        };
    }

    /// Why time was not kept free.
    String of(Practice practice, Blocking refusal, ZoneId zone, Locale locale) {
        return switch (refusal) {
            case Blocking.Blocked _ -> throw new IllegalArgumentException("nothing was refused");
            case Blocking.InTheWay(var obstacles) ->
                inTheWay(practice, obstacles, zone, Words.of(practice, locale), locale);
            case Blocking.NotPossible(var field) -> say("calendar.block.refused." + field, locale);
        };
    }

    private String changed(Appointment now, Words words, Locale locale) {
        return say(
                "calendar.refused.changed",
                locale,
                words.theDay(now.localStart().toLocalDate()),
                words.theTime(now.localStart().toLocalTime()),
                say("frontdoor.status." + now.status().code(), locale));
    }

    private String inTheWay(Practice practice, List<Obstacle> obstacles, ZoneId zone, Words words, Locale locale) {
        var names = names(practice);
        return obstacles.stream()
                .limit(NAMED)
                .map(obstacle -> sentence(practice, obstacle, names, zone, words, locale))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private Map<UUID, String> names(Practice practice) {
        var names = practitioners.all(practice.id()).stream()
                .collect(Collectors.toMap(each -> each.id().value(), each -> each.name()));
        rooms.active(practice.id()).forEach(room -> names.put(room.id().value(), room.name()));
        return names;
    }

    private String sentence(
            Practice practice, Obstacle obstacle, Map<UUID, String> names, ZoneId zone, Words words, Locale locale) {
        var whom = switch (obstacle.kind()) {
            case PATIENT -> say("calendar.refused.patientSelf", locale);
            case DEVICE -> say("calendar.refused.device", locale);
            case PRACTITIONER, ROOM -> names.getOrDefault(obstacle.resource(), "");
        };
        var from = words.time(obstacle.start().atZone(zone).toLocalTime());
        var to = words.time(obstacle.end().atZone(zone).toLocalTime());
        if (obstacle.isHeld()) {
            return say("calendar.refused.held", locale, whom, from, to);
        }
        return obstacle.block() != null
                ? say("calendar.refused.blocked", locale, whom, from, to)
                : say("calendar.refused.taken", locale, whom, from, to, patient(practice, obstacle));
    }

    private String patient(Practice practice, Obstacle obstacle) {
        var visit = obstacle.appointment();
        return visit == null
                ? ""
                : calendar.find(practice.id(), visit)
                        .flatMap(found -> patients.find(practice.id(), found.patient()))
                        .map(found -> found.name())
                        .orElse("");
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
