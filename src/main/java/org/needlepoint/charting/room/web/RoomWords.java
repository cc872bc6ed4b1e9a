package org.needlepoint.charting.room.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.room.RoomEntry;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.PractitionerId;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.shared.PracticeId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Says who is in the room.
@Component
class RoomWords {
    private final Practitioners practitioners;
    private final MessageSource messages;

    RoomWords(Practitioners practitioners, MessageSource messages) {
        this.practitioners = practitioners;
        this.messages = messages;
    }

    /// One line of what was said.
    ///
    /// @param mine whether whoever reads it is the supervisor who is named, and has to answer
    record Line(String id, String text, boolean mine) {}

    /// @param reader the practitioner who reads; null: none, or nobody is asked anything
    List<Line> lines(PracticeId practice, List<RoomEntry> entries, @Nullable PractitionerId reader, Locale locale) {
        if (entries.isEmpty()) {
            return List.of();
        }
        var names =
                practitioners.all(practice).stream().collect(Collectors.toMap(Practitioner::id, Function.identity()));
        return entries.stream()
                .map(it -> new Line(
                        it.id().toString(),
                        line(it, names, locale),
                        it.waits() && Objects.equals(it.supervisor(), reader)))
                .toList();
    }

    private String line(RoomEntry entry, Map<PractitionerId, Practitioner> names, Locale locale) {
        return switch (entry.kind()) {
            case CHAPERONE_DECLINED, VISITOR_REFUSED, SUPERVISION_ENDED ->
                say("room.is." + entry.kind().code(), locale);
            case CHAPERONE_PRESENT, STUDENT, OBSERVER ->
                say("room.is." + entry.kind().code(), locale, entry.name() == null ? "" : entry.name());
            case SUPERVISION ->
                say(
                        switch (entry.answer()) {
                            case null -> "room.is.supervision.unconfirmed";
                            case CONFIRMED -> "room.is.supervision";
                            case DECLINED -> "room.is.supervision.declined";
                        },
                        locale,
                        name(names, entry.trainee()),
                        name(names, entry.supervisor()));
        };
    }

    private static String name(Map<PractitionerId, Practitioner> names, @Nullable PractitionerId id) {
        var found = id == null ? null : names.get(id);
        return found == null ? "" : found.titledName();
    }

    /// Regions in words: "chest, hip and buttock".
    String regions(Collection<String> regions, Locale locale) {
        return regions.stream().map(it -> say("charting.region." + it, locale)).collect(Collectors.joining(", "));
    }

    String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
