package org.needlepoint.interop.ical;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/// Writes one visit as a calendar file: local time with its zone's rules inside, words as neutral as the caller's.
public final class CalendarFile {
    private static final TimeZoneRegistry ZONES =
            TimeZoneRegistryFactory.getInstance().createRegistry();

    private CalendarFile() {}

    /// A visit as a calendar shows it.
    ///
    /// @param uid      the same for as long as the visit exists, however often it moves
    /// @param sequence rises with every change, so that a calendar takes the newer file
    /// @param link     where the visit can be moved or cancelled
    public record Event(
            String uid,
            int sequence,
            Instant changedAt,
            LocalDateTime start,
            ZoneId zone,
            Duration duration,
            String summary,
            String location,
            String description,
            String link,
            boolean cancelled) {}

    /// The file's content, in UTF-8.
    public static byte[] of(Event event) {
        var visit = new VEvent(false);
        var start = event.start().atZone(event.zone());
        visit.add(new Uid(event.uid()));
        visit.add(new DtStamp(event.changedAt()));
        visit.add(new Sequence(event.sequence()));
        visit.add(new DtStart<>(zone(event), start));
        visit.add(new DtEnd<>(zone(event), start.plus(event.duration())));
        visit.add(new Summary(event.summary()));
        if (!event.location().isBlank()) {
            visit.add(new Location(event.location()));
        }
        visit.add(new Description(event.description()));
        visit.add(new Url(URI.create(event.link())));
        visit.add(status(event));
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Needlepoint//Needlepoint//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        var rules = ZONES.getTimeZone(event.zone().getId());
        if (rules != null) {
            calendar.add(rules.getVTimeZone());
        }
        calendar.add(visit);
        return written(calendar);
    }

    private static ParameterList zone(Event event) {
        return new ParameterList(java.util.List.of(new TzId(event.zone().getId())));
    }

    private static Status status(Event event) {
        return event.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED;
    }

    private static byte[] written(Calendar calendar) {
        var bytes = new ByteArrayOutputStream();
        try {
            new CalendarOutputter().output(calendar, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
