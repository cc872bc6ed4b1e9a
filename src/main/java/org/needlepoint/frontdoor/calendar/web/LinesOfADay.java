package org.needlepoint.frontdoor.calendar.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.frontdoor.calendar.By;
import org.needlepoint.frontdoor.calendar.Column;
import org.needlepoint.frontdoor.calendar.Column.Item;
import org.needlepoint.frontdoor.web.DelayWords;
import org.needlepoint.frontdoor.web.Words;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Appointment.Status;
import org.needlepoint.scheduling.Overlap;
import org.needlepoint.scheduling.Room;
import org.needlepoint.scheduling.Rooms;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// What stands in a column, line by line. The list shows it and the script draws it: both from the same line.
@Component
class LinesOfADay {
    private final Rooms rooms;
    private final DelayWords delays;
    private final MessageSource messages;
    private final Clock clock;

    LinesOfADay(Rooms rooms, DelayWords delays, MessageSource messages, Clock clock) {
        this.rooms = rooms;
        this.delays = delays;
        this.messages = messages;
        this.clock = clock;
    }

    /// A visit or a block.
    ///
    /// @param start   local, `2026-12-02T10:00`, for the script
    /// @param movable whether the script lets it be dragged
    /// @param gone    cancelled: in the list, not on the grid
    /// @param state   null for a block
    /// @param overlap why it shares its practitioner's time; null: it does not
    /// @param late    by how much its practitioner runs late; null: it does not wait
    /// @param step    what usually comes next, in one tap; null: nothing
    record Line(
            String id,
            boolean visit,
            String start,
            String end,
            String time,
            String length,
            String name,
            String what,
            @Nullable State state,
            boolean provisional,
            @Nullable String overlap,
            @Nullable String late,
            @Nullable Step step,
            String css,
            int version,
            boolean movable,
            boolean gone) {}

    /// Where a visit stands, in words and in a tag's look.
    record State(String code, String label, String tag) {}

    /// What usually comes next for a visit.
    record Step(String state, String label) {}

    List<Line> of(Practice practice, Shown shown, Column column, Rights rights, Words words, Locale locale) {
        var names = rooms.active(practice.id()).stream()
                .collect(Collectors.toMap(room -> room.id().value(), Room::name));
        return column.items().stream()
                .map(item -> switch (item) {
                    case Item.Visit visit -> visit(practice, shown, visit, names, rights, words, locale);
                    case Item.Blocked blocked -> block(blocked, words, locale);
                })
                .toList();
    }

    private Line visit(
            Practice practice,
            Shown shown,
            Item.Visit visit,
            Map<UUID, String> rooms,
            Rights rights,
            Words words,
            Locale locale) {
        var appointment = visit.line().appointment();
        var status = appointment.status();
        return new Line(
                appointment.id().toString(),
                true,
                visit.start().toString(),
                visit.end().toString(),
                words.time(visit.start().toLocalTime()),
                minutes(visit, locale),
                visit.line().patient(),
                what(practice, shown, visit, rooms, locale),
                new State(status.code(), say("frontdoor.status." + status.code(), locale), tag(status)),
                visit.line().provisional(),
                overlap(visit.overlap(), locale),
                visit.delay() == null ? null : delays.tag(visit.delay(), locale),
                step(status, locale),
                css(appointment),
                appointment.version(),
                rights.change() && (status == Status.BOOKED || status == Status.ARRIVED || status == Status.ROOMED),
                status == Status.CANCELLED);
    }

    private Line block(Item.Blocked blocked, Words words, Locale locale) {
        var block = blocked.block();
        return new Line(
                block.id().toString(),
                false,
                blocked.start().toString(),
                blocked.end().toString(),
                words.time(blocked.start().toLocalTime()),
                minutes(blocked, locale),
                block.label().isEmpty() ? say("calendar.block", locale) : block.label(),
                say("calendar.block.kept", locale),
                null,
                false,
                null,
                null,
                null,
                "np-visit--gap",
                block.version(),
                false,
                false);
    }

    private String minutes(Item item, Locale locale) {
        return say(
                "frontdoor.today.minutes",
                locale,
                Duration.between(item.start(), item.end()).toMinutes());
    }

    /// Service, then whom, where and in which room: all but what the column says.
    private String what(Practice practice, Shown shown, Item.Visit visit, Map<UUID, String> rooms, Locale locale) {
        var appointment = visit.line().appointment();
        var room = appointment.room();
        Function<UUID, String> place = id -> practice.locations().stream()
                .filter(each -> each.id().equals(id))
                .map(Practice.Location::name)
                .findFirst()
                .orElse("");
        return Stream.of(
                        appointment.serviceName().in(locale),
                        shown.by() == By.PRACTITIONER ? "" : visit.line().practitioner(),
                        shown.by() == By.LOCATION || practice.locations().size() < 2
                                ? ""
                                : place.apply(appointment.location()),
                        shown.by() == By.ROOM || room == null ? "" : rooms.getOrDefault(room.value(), ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private @Nullable String overlap(@Nullable Overlap overlap, Locale locale) {
        return overlap == null
                ? null
                : say(
                        "calendar.overlap.line",
                        locale,
                        say("calendar.overlap." + overlap.role().code(), locale),
                        overlap.reason());
    }

    private @Nullable Step step(Status status, Locale locale) {
        return switch (status) {
            case BOOKED -> new Step("arrived", say("frontdoor.status.arrived", locale));
            case ARRIVED -> new Step("roomed", say("frontdoor.status.roomed", locale));
            case ROOMED, IN_SESSION, COMPLETED, NO_SHOW, CANCELLED -> null;
        };
    }

    private static String tag(Status status) {
        return switch (status) {
            case BOOKED -> "np-tag--outline";
            case ARRIVED -> "np-tag--amber";
            case ROOMED -> "np-tag--teal";
            case IN_SESSION -> "np-tag--copper";
            case COMPLETED -> "np-tag--green";
            case NO_SHOW, CANCELLED -> "np-tag--red";
        };
    }

    private String css(Appointment appointment) {
        var now = clock.instant();
        if (appointment.status() == Status.COMPLETED
                || appointment.status() == Status.CANCELLED
                || appointment.status() == Status.NO_SHOW
                || now.isAfter(appointment.endsAt())) {
            return "np-visit--done";
        }
        return now.isBefore(appointment.startsAt()) ? "" : "np-visit--now";
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
