package org.needlepoint.interop.ical;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;

/// One visit's component of a calendar file.
final class WrittenEvent {
    private WrittenEvent() {}

    static VEvent of(CalendarFile.Event event) {
        var visit = new VEvent(false);
        visit.add(new Uid(event.uid()));
        visit.add(new DtStamp(event.changedAt()));
        visit.add(new LastModified(event.changedAt()));
        visit.add(new Sequence(event.sequence()));
        visit.add(start(event.start(), event.zone()));
        visit.add(end(event.end(), event.zone()));
        visit.add(new Summary(event.summary()));
        text(event.location()).map(Location::new).ifPresent(visit::add);
        text(event.description()).map(Description::new).ifPresent(visit::add);
        Optional.ofNullable(event.link()).map(URI::create).map(Url::new).ifPresent(visit::add);
        Optional.ofNullable(event.organizer()).map(WrittenEvent::organizer).ifPresent(visit::add);
        visit.add(status(event));
        visit.add(ImmutableTransp.OPAQUE);
        return visit;
    }

    private static DtStart<?> start(Instant at, ZoneId zone) {
        var local = at.atZone(zone);
        return saysItAll(local) ? new DtStart<>(parameter(zone), local) : new DtStart<>(at);
    }

    private static DtEnd<?> end(Instant at, ZoneId zone) {
        var local = at.atZone(zone);
        return saysItAll(local) ? new DtEnd<>(parameter(zone), local) : new DtEnd<>(at);
    }

    /// A local time that comes twice means the first of them (RFC 5545, 3.3.5): the second can be said in UTC only.
    private static boolean saysItAll(ZonedDateTime local) {
        return local.equals(local.withEarlierOffsetAtOverlap())
                && !local.getZone().equals(ZoneOffset.UTC);
    }

    private static ParameterList parameter(ZoneId zone) {
        return new ParameterList(List.of(new TzId(zone.getId())));
    }

    private static Optional<String> text(String words) {
        return Optional.of(words).filter(text -> !text.isBlank());
    }

    private static Organizer organizer(CalendarFile.Organizer who) {
        return new Organizer(new ParameterList(List.of(new Cn(who.name()))), URI.create(who.address()));
    }

    private static Status status(CalendarFile.Event event) {
        return event.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED;
    }
}
