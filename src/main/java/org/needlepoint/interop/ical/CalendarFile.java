package org.needlepoint.interop.ical;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/// Writes visits as a calendar file: local times with their zones' rules inside, words as neutral as the caller's.
public final class CalendarFile {
    private CalendarFile() {}

    /// A visit as a calendar shows it.
    ///
    /// @param uid       the same for as long as the visit exists, however often it moves
    /// @param sequence  rises with every change, so that a calendar takes the newer file
    /// @param location  may be empty
    /// @param link      where the visit can be moved or cancelled; null in a feed
    /// @param organizer who publishes the visit; null in a feed
    public record Event(
            String uid,
            int sequence,
            Instant changedAt,
            Instant start,
            Instant end,
            ZoneId zone,
            String summary,
            String location,
            String description,
            @Nullable String link,
            @Nullable Organizer organizer,
            boolean cancelled) {}

    /// Who publishes a visit.
    ///
    /// @param address a URI: `mailto:` where there is a mailbox
    public record Organizer(String name, String address) {}

    /// What the file asks a calendar program to do (RFC 5546): take the visit in as it is now, or take it out.
    public static String method(Event event) {
        return (event.cancelled() ? ImmutableMethod.CANCEL : ImmutableMethod.PUBLISH).getValue();
    }

    /// One visit as a file of its own, in UTF-8.
    public static byte[] of(Event event) {
        var calendar = empty();
        calendar.add(event.cancelled() ? ImmutableMethod.CANCEL : ImmutableMethod.PUBLISH);
        return written(calendar, List.of(event));
    }

    /// Many visits as a calendar to subscribe to, in UTF-8. A program that subscribes replaces what it had by what
    /// stands here: a visit that is gone needs no words.
    ///
    /// @param name as the program lists the calendar
    public static byte[] feed(String name, List<Event> events) {
        var calendar = empty();
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new XProperty("X-PUBLISHED-TTL", "PT15M"));
        return written(calendar, events);
    }

    private static Calendar empty() {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Needlepoint//Needlepoint//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        return calendar;
    }

    private static byte[] written(Calendar calendar, List<Event> events) {
        events.stream()
                .collect(Collectors.groupingBy(Event::zone))
                .forEach((zone, there) -> calendar.add(WrittenZone.of(zone, first(there), last(there))));
        events.forEach(event -> calendar.add(WrittenEvent.of(event)));
        var bytes = new ByteArrayOutputStream();
        try {
            new CalendarOutputter().output(calendar, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Instant first(List<Event> events) {
        return events.stream().map(Event::start).min(Comparator.naturalOrder()).orElseThrow();
    }

    private static Instant last(List<Event> events) {
        return events.stream().map(Event::end).max(Comparator.naturalOrder()).orElseThrow();
    }
}
