package org.needlepoint.frontdoor.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Calendar;
import org.needlepoint.scheduling.Obstacle;
import org.needlepoint.scheduling.Rooms;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Says what stands in the way of a visit or a block, by name: for staff.
@Component
public class ObstacleWords {
    private static final int NAMED = 3;

    private final Calendar calendar;
    private final Patients patients;
    private final Practitioners practitioners;
    private final Rooms rooms;
    private final MessageSource messages;

    ObstacleWords(
            Calendar calendar, Patients patients, Practitioners practitioners, Rooms rooms, MessageSource messages) {
        this.calendar = calendar;
        this.patients = patients;
        this.practitioners = practitioners;
        this.rooms = rooms;
        this.messages = messages;
    }

    /// A sentence for each, at most three.
    ///
    /// @param zone on whose clocks
    public String of(Practice practice, List<Obstacle> obstacles, ZoneId zone, Locale locale) {
        var words = Words.of(practice, locale);
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
