package org.needlepoint.scheduling;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.PractitionerId;

/// The rule that says when a service can be booked: hours worked, cut by windows and closures, minus what is taken.
/// Nothing but arithmetic over what it is given.
final class Openings {
    private Openings() {}

    /// Everything the answer depends on.
    ///
    /// @param offers        who offers the service where, in the order of the answer
    /// @param zones         of the locations offered
    /// @param rooms         in use, by location, in the order in which they are given out
    /// @param busy          what is taken, by practitioner, room and patient, in epoch seconds
    /// @param patient       who must be free as well; null: somebody not yet known
    /// @param noticeMinutes how long before the start it can still be booked
    record Question(
            Service service,
            List<Offer> offers,
            List<WorkingHours> hours,
            List<ServiceWindow> windows,
            List<Closure> closures,
            Map<UUID, ZoneId> zones,
            Map<UUID, List<RoomId>> rooms,
            Map<UUID, Spans> busy,
            @Nullable UUID patient,
            LocalDate from,
            LocalDate to,
            Instant now,
            int noticeMinutes) {
        /// The same for somebody who is free all day.
        Question forAnybody() {
            return new Question(
                    service, offers, hours, windows, closures, zones, rooms, busy, null, from, to, now, noticeMinutes);
        }

        /// The same with nothing taken and no notice kept: whether a time is offered at all.
        Question asIfFree() {
            return new Question(
                    service, offers, hours, windows, closures, zones, rooms, Map.of(), null, from, to, now, 0);
        }
    }

    /// An opening and the room it would use.
    ///
    /// @param start epoch seconds
    record Slot(Offer offer, @Nullable RoomId room, long start, long end) {
        Opening in(ZoneId zone) {
            return new Opening(
                    offer.practitioner(),
                    offer.location(),
                    Instant.ofEpochSecond(start).atZone(zone),
                    Instant.ofEpochSecond(end).atZone(zone));
        }
    }

    /// All slots, by start, then in the order of the offers.
    static List<Slot> of(Question question) {
        var slots = new ArrayList<Slot>();
        var handsOn = handsOn(question.service().segments());
        var windows = windows(question.service(), question.windows());
        for (var offer : question.offers()) {
            var zone = question.zones().get(offer.location());
            if (zone != null) {
                new Search(question, offer, zone, handsOn, windows, slots).run();
            }
        }
        slots.sort(Comparator.comparingLong(Slot::start));
        return slots;
    }

    /// When the practitioner is needed, in seconds from the start of the visit.
    static Spans handsOn(List<Segment> segments) {
        var needed = Spans.NONE;
        long at = 0;
        for (var segment : segments) {
            long end = at + segment.minutes() * 60L;
            if (segment.presence() == Segment.Presence.HANDS_ON) {
                needed = needed.plus(Spans.of(at, end));
            }
            at = end;
        }
        return needed;
    }

    /// The windows by weekday; empty when the service is booked in all hours. Whether a guest is new or returning is
    /// known
    /// only for a service that is for one of them; else only windows for both count.
    private static Optional<Map<DayOfWeek, Spans>> windows(Service service, List<ServiceWindow> windows) {
        if (windows.isEmpty()) {
            return Optional.empty();
        }
        var byDay = new HashMap<DayOfWeek, Spans>();
        for (var window : windows) {
            if (window.audience() == Audience.BOTH || window.audience() == service.audience()) {
                byDay.merge(window.weekday(), between(window.opens(), window.closes()), Spans::plus);
            }
        }
        return Optional.of(byDay);
    }

    private static Spans between(LocalTime opens, LocalTime closes) {
        return Spans.of(opens.toSecondOfDay(), closes.toSecondOfDay());
    }

    /// The local hours in which one practitioner works at one location on a day, before what is booked.
    static Spans hoursOn(
            LocalDate day,
            PractitionerId practitioner,
            UUID location,
            List<WorkingHours> hours,
            List<Closure> closures) {
        return workedOn(day, practitioner, location, hours, closures).minus(closedOn(day, closures));
    }

    /// Hours worked on a day: the practitioner's own other hours, or else the weekly ones, within the location's other
    /// hours, or else the practice's. Hours closed are still in them.
    private static Spans workedOn(
            LocalDate day,
            PractitionerId practitioner,
            UUID location,
            List<WorkingHours> hours,
            List<Closure> closures) {
        var worked = Spans.NONE;
        for (var stretch : hours) {
            if (stretch.practitioner().equals(practitioner)
                    && stretch.location().equals(location)
                    && stretch.holdOn(day)) {
                worked = worked.plus(between(stretch.opens(), stretch.closes()));
            }
        }
        var own = Spans.NONE;
        var ofLocation = Spans.NONE;
        var ofPractice = Spans.NONE;
        for (var closure : closures) {
            if (closure.kind() == Closure.Kind.OTHER_HOURS && closure.covers(day)) {
                if (closure.practitioner() != null) {
                    own = own.plus(span(closure));
                } else if (closure.location() != null) {
                    ofLocation = ofLocation.plus(span(closure));
                } else {
                    ofPractice = ofPractice.plus(span(closure));
                }
            }
        }
        var planned = own.size() > 0 ? own : worked;
        var limit = ofLocation.size() > 0 ? ofLocation : ofPractice;
        return limit.size() > 0 ? planned.and(limit) : planned;
    }

    private static Spans closedOn(LocalDate day, List<Closure> closures) {
        var closed = Spans.NONE;
        for (var closure : closures) {
            if (closure.kind() == Closure.Kind.CLOSED && closure.covers(day)) {
                closed = closed.plus(span(closure));
            }
        }
        return closed;
    }

    private static Spans span(Closure closure) {
        var opens = closure.opens();
        var closes = closure.closes();
        return opens == null || closes == null ? Spans.of(0, 86_400) : between(opens, closes);
    }

    /// The search of one practitioner at one location.
    private static final class Search {
        private final Question question;
        private final Offer offer;
        private final Spans handsOn;
        private final Optional<Map<DayOfWeek, Spans>> windows;
        private final List<Slot> slots;
        private final List<WorkingHours> hours;
        private final List<Closure> closures;
        private final LocalDate first;
        private final LocalDate last;
        private final ZonePieces pieces;
        private final long earliest;
        private final long length;
        private final Spans practitionerBusy;
        private final Spans patientBusy;
        private final List<RoomId> rooms;

        Search(
                Question question,
                Offer offer,
                ZoneId zone,
                Spans handsOn,
                Optional<Map<DayOfWeek, Spans>> windows,
                List<Slot> slots) {
            this.question = question;
            this.offer = offer;
            this.handsOn = handsOn;
            this.windows = windows;
            this.slots = slots;
            this.hours = question.hours().stream()
                    .filter(stretch -> stretch.practitioner().equals(offer.practitioner())
                            && stretch.location().equals(offer.location()))
                    .toList();
            this.closures = question.closures().stream()
                    .filter(closure -> closure.concerns(offer.practitioner(), offer.location()))
                    .toList();
            var today = LocalDate.ofInstant(question.now(), zone);
            var horizon = today.plusDays(question.service().horizonDays());
            this.first = question.from().isBefore(today) ? today : question.from();
            this.last = question.to().isAfter(horizon) ? horizon : question.to();
            this.pieces = ZonePieces.of(zone, first, last.isBefore(first) ? first : last);
            this.earliest = question.now().plusNanos(999_999_999).getEpochSecond() + question.noticeMinutes() * 60L;
            this.length = question.service().minutes() * 60L;
            this.practitionerBusy =
                    question.busy().getOrDefault(offer.practitioner().value(), Spans.NONE);
            this.patientBusy = question.patient() == null
                    ? Spans.NONE
                    : question.busy().getOrDefault(question.patient(), Spans.NONE);
            this.rooms = question.service().modality() == Modality.IN_PERSON
                    ? question.rooms().getOrDefault(offer.location(), List.of())
                    : List.of();
        }

        void run() {
            for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
                var worked = workedOn(day, offer.practitioner(), offer.location(), hours, closures);
                if (windows.isPresent()) {
                    worked = worked.and(windows.get().getOrDefault(day.getDayOfWeek(), Spans.NONE));
                }
                if (worked.size() > 0) {
                    search(day, worked, pieces.instants(day, worked.minus(closedOn(day, closures))));
                }
            }
        }

        /// Steps along the grid from the beginning of each stretch. A closure in between does not shift the grid.
        private void search(LocalDate day, Spans worked, Spans open) {
            long step = question.service().gridMinutes() * 60L;
            for (int i = 0; i < worked.size(); i++) {
                for (long at = worked.start(i); at < worked.end(i); at += step) {
                    var start = pieces.instant(day, at);
                    if (start.isPresent() && open.holds(start.getAsLong(), start.getAsLong() + length)) {
                        offer(start.getAsLong());
                    }
                }
            }
        }

        private void offer(long start) {
            if (start < earliest || !patientBusy.clear(start, start + length)) {
                return;
            }
            for (int i = 0; i < handsOn.size(); i++) {
                if (!practitionerBusy.clear(start + handsOn.start(i), start + handsOn.end(i))) {
                    return;
                }
            }
            if (rooms.isEmpty()) {
                slots.add(new Slot(offer, null, start, start + length));
                return;
            }
            for (var room : rooms) {
                if (question.busy().getOrDefault(room.value(), Spans.NONE).clear(start, start + length)) {
                    slots.add(new Slot(offer, room, start, start + length));
                    return;
                }
            }
        }
    }
}
