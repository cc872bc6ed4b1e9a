package org.needlepoint.interop.ical;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.needlepoint.credentials.Practitioner;
import org.needlepoint.credentials.Practitioners;
import org.needlepoint.practice.Practice;
import org.needlepoint.scheduling.Appointment;
import org.needlepoint.scheduling.Calendar;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes a practitioner's visits for a calendar program that subscribed to them: a month back, half a year ahead. Each
/// says "Busy", or the patient's initials where that was chosen (rule P1).
@Service
public class WriteFeed {
    private static final Duration BACK = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(180);

    private final CalendarFeeds feeds;
    private final Practitioners practitioners;
    private final Calendar calendar;
    private final MessageSource messages;
    private final Clock clock;

    WriteFeed(
            CalendarFeeds feeds, Practitioners practitioners, Calendar calendar, MessageSource messages, Clock clock) {
        this.feeds = feeds;
        this.practitioners = practitioners;
        this.calendar = calendar;
        this.messages = messages;
        this.clock = clock;
    }

    /// The file at a secret address, in UTF-8: the same bytes for as long as nothing changes, at most until the end
    /// of the day. Empty when the address leads nowhere, was revoked, or its practitioner has left.
    @Transactional
    public Optional<byte[]> at(Practice practice, String token, Locale locale) {
        return feeds.read(practice.id(), token)
                .flatMap(feed -> practitioners
                        .find(practice.id(), feed.practitioner())
                        .filter(Practitioner::active)
                        .map(person -> write(practice, feed, person, locale)));
    }

    private byte[] write(Practice practice, Feed feed, Practitioner person, Locale locale) {
        var today = clock.instant().truncatedTo(ChronoUnit.DAYS);
        var visits = calendar.ofPractitioner(practice.id(), person.id(), today.minus(BACK), today.plus(AHEAD));
        var busy = messages.getMessage("feeds.busy", null, locale);
        return CalendarFile.feed(
                person.name() + ", " + practice.name(),
                visits.stream()
                        .map(line -> event(line.appointment(), feed.initials() ? Initials.of(line.patient()) : busy))
                        .toList());
    }

    private static CalendarFile.Event event(Appointment visit, String summary) {
        return new CalendarFile.Event(
                visit.id() + "@needlepoint",
                visit.version(),
                visit.changedAt(),
                visit.startsAt(),
                visit.endsAt(),
                visit.zone(),
                summary,
                "",
                "",
                null,
                null,
                false);
    }
}
