package org.needlepoint.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.needlepoint.credentials.PractitionerId;

/// The slow, obviously right way to find openings: look at every minute of every possible visit.
final class MinuteByMinute {
    private final Openings.Question question;

    MinuteByMinute(Openings.Question question) {
        this.question = question;
    }

    List<Openings.Slot> openings() {
        var found = new ArrayList<Openings.Slot>();
        for (var offer : question.offers()) {
            var zone = Objects.requireNonNull(question.zones().get(offer.location()));
            for (var day = question.from(); !day.isAfter(question.to()); day = day.plusDays(1)) {
                var today = LocalDate.ofInstant(question.now(), zone);
                if (day.isBefore(today)
                        || day.isAfter(today.plusDays(question.service().horizonDays()))) {
                    continue;
                }
                var ofDay = new ArrayList<Openings.Slot>();
                for (var start : starts(offer, day)) {
                    visit(offer, zone, day, start, ofDay);
                }
                boolean fewest = question.service().demands().fewestGaps();
                found.addAll(fewest ? fewestGaps(offer, zone, day, ofDay) : ofDay);
            }
        }
        found.sort(Comparator.comparingLong(Openings.Slot::start));
        return found;
    }

    /// The minutes of the grid: counted from the first minute of each stretch of minutes that are worked.
    private List<LocalTime> starts(Offer offer, LocalDate day) {
        var starts = new TreeSet<LocalTime>();
        int since = 0;
        boolean before = false;
        for (int minute = 0; minute < 24 * 60; minute++) {
            var time = LocalTime.ofSecondOfDay(minute * 60L);
            boolean worked = worked(offer, day, time);
            since = worked && before ? since + 1 : 0;
            if (worked && since % question.service().gridMinutes() == 0) {
                starts.add(time);
            }
            before = worked;
        }
        return List.copyOf(starts);
    }

    private void visit(Offer offer, ZoneId zone, LocalDate day, LocalTime start, List<Openings.Slot> found) {
        var offsets = zone.getRules().getValidOffsets(LocalDateTime.of(day, start));
        if (offsets.isEmpty()) {
            return;
        }
        var from = LocalDateTime.of(day, start).toInstant(offsets.getFirst());
        if (from.isBefore(question.now().plusSeconds(question.noticeMinutes() * 60L))) {
            return;
        }
        int minutes = question.service().minutes();
        for (int minute = 0; minute < minutes; minute++) {
            var at = from.plusSeconds(minute * 60L);
            if (!open(offer, zone, day, at)
                    || (handsOn(minute) && taken(offer.practitioner().value(), at))
                    || (question.patient() != null && taken(question.patient(), at))) {
                return;
            }
        }
        var demands = question.service().demands();
        var begins = from.minusSeconds(demands.bufferBefore() * 60L);
        var to = from.plusSeconds(minutes * 60L);
        var ends = to.plusSeconds(demands.bufferAfter() * 60L);
        if (!free(offer.practitioner().value(), begins, from)
                || !free(offer.practitioner().value(), to, ends)) {
            return;
        }
        RoomId room = null;
        var equipment = new ArrayList<EquipmentId>();
        if (question.service().modality() == Modality.IN_PERSON) {
            var rooms = question.rooms().getOrDefault(offer.location(), List.of());
            room = rooms.stream()
                    .filter(one -> free(one.value(), begins, ends))
                    .findFirst()
                    .orElse(null);
            if (room == null && !rooms.isEmpty()) {
                return;
            }
            for (var kind : demands.equipment()) {
                var piece = question.equipment().getOrDefault(offer.location(), List.of()).stream()
                        .filter(one -> one.kind() == kind && free(one.id().value(), begins, ends))
                        .findFirst();
                if (piece.isEmpty()) {
                    return;
                }
                equipment.add(piece.get().id());
            }
        }
        found.add(new Openings.Slot(offer, room, equipment, from.getEpochSecond(), to.getEpochSecond()));
    }

    /// Whether a minute is of that local day, worked, and not closed.
    private boolean open(Offer offer, ZoneId zone, LocalDate day, Instant at) {
        var local = at.atZone(zone);
        return local.toLocalDate().equals(day)
                && worked(offer, day, local.toLocalTime())
                && !closed(offer, day, local.toLocalTime());
    }

    private boolean free(UUID resource, Instant from, Instant to) {
        for (var at = from; at.isBefore(to); at = at.plusSeconds(60)) {
            if (taken(resource, at)) {
                return false;
            }
        }
        return true;
    }

    /// Leaves out starts beside which fewer free minutes are left than such a visit takes, unless all are like that.
    private List<Openings.Slot> fewestGaps(Offer offer, ZoneId zone, LocalDate day, List<Openings.Slot> ofDay) {
        var demands = question.service().demands();
        int whole = demands.bufferBefore() + question.service().minutes() + demands.bufferAfter();
        var good = ofDay.stream()
                .filter(slot -> {
                    var begins = Instant.ofEpochSecond(slot.start() - demands.bufferBefore() * 60L);
                    var ends = Instant.ofEpochSecond(slot.end() + demands.bufferAfter() * 60L);
                    int before = 0;
                    while (unused(offer, zone, day, begins.minusSeconds((before + 1) * 60L))) {
                        before++;
                    }
                    int after = 0;
                    while (unused(offer, zone, day, ends.plusSeconds(after * 60L))) {
                        after++;
                    }
                    return (before == 0 || before >= whole) && (after == 0 || after >= whole);
                })
                .toList();
        return good.isEmpty() ? ofDay : good;
    }

    private boolean unused(Offer offer, ZoneId zone, LocalDate day, Instant minute) {
        return open(offer, zone, day, minute) && !taken(offer.practitioner().value(), minute);
    }

    private boolean handsOn(int minute) {
        int at = 0;
        for (var segment : question.service().segments()) {
            at += segment.minutes();
            if (minute < at) {
                return segment.presence() == Segment.Presence.HANDS_ON;
            }
        }
        throw new IllegalStateException("minute " + minute + " is not of the visit");
    }

    private boolean worked(Offer offer, LocalDate day, LocalTime time) {
        return holds(offer, day)
                && planned(offer, day, time)
                && withinLimit(offer, day, time)
                && withinWindow(day, time);
    }

    private boolean holds(Offer offer, LocalDate day) {
        var asked = question.service().demands().credential();
        return asked == null
                || question.held().stream()
                        .anyMatch(held -> held.practitioner().equals(offer.practitioner())
                                && held.code().equals(asked)
                                && !day.isBefore(held.validFrom())
                                && (held.validTo() == null || !day.isAfter(held.validTo())));
    }

    private boolean planned(Offer offer, LocalDate day, LocalTime time) {
        var own = question.closures().stream()
                .filter(closure -> closure.kind() == Closure.Kind.OTHER_HOURS
                        && offer.practitioner().equals(closure.practitioner())
                        && offer.location().equals(closure.location())
                        && covers(closure, day))
                .toList();
        if (!own.isEmpty()) {
            return own.stream().anyMatch(closure -> within(closure, time));
        }
        return question.hours().stream()
                .anyMatch(hours -> hours.practitioner().equals(offer.practitioner())
                        && hours.location().equals(offer.location())
                        && hours.weekday() == day.getDayOfWeek()
                        && !day.isBefore(hours.effectiveFrom())
                        && (hours.effectiveTo() == null || !day.isAfter(hours.effectiveTo()))
                        && !time.isBefore(hours.opens())
                        && time.isBefore(hours.closes()));
    }

    private boolean withinLimit(Offer offer, LocalDate day, LocalTime time) {
        var limits = question.closures().stream()
                .filter(closure -> closure.kind() == Closure.Kind.OTHER_HOURS
                        && closure.practitioner() == null
                        && covers(closure, day))
                .toList();
        var here = limits.stream()
                .filter(closure -> offer.location().equals(closure.location()))
                .toList();
        var everywhere =
                limits.stream().filter(closure -> closure.location() == null).toList();
        var limit = here.isEmpty() ? everywhere : here;
        if (!limit.isEmpty()) {
            return limit.stream().anyMatch(closure -> within(closure, time));
        }
        var ofLocation = question.openHours().stream()
                .filter(open -> open.location().equals(offer.location())
                        && !day.isBefore(open.effectiveFrom())
                        && (open.effectiveTo() == null || !day.isAfter(open.effectiveTo())))
                .toList();
        return ofLocation.isEmpty()
                || ofLocation.stream()
                        .anyMatch(open -> open.weekday() == day.getDayOfWeek()
                                && !time.isBefore(open.opens())
                                && time.isBefore(open.closes()));
    }

    private boolean withinWindow(LocalDate day, LocalTime time) {
        return question.windows().isEmpty()
                || question.windows().stream()
                        .anyMatch(window -> window.weekday() == day.getDayOfWeek()
                                && (window.audience() == Audience.BOTH
                                        || window.audience()
                                                == question.service().audience())
                                && !time.isBefore(window.opens())
                                && time.isBefore(window.closes()));
    }

    private boolean closed(Offer offer, LocalDate day, LocalTime time) {
        return question.closures().stream()
                .anyMatch(closure -> (closure.kind() == Closure.Kind.CLOSED
                                || (closure.kind() == Closure.Kind.TELEHEALTH_ONLY
                                        && question.service().modality() == Modality.IN_PERSON))
                        && concerns(closure, offer.practitioner(), offer.location())
                        && covers(closure, day)
                        && (closure.opens() == null || within(closure, time)));
    }

    private static boolean concerns(Closure closure, PractitionerId practitioner, UUID location) {
        return (closure.practitioner() == null || closure.practitioner().equals(practitioner))
                && (closure.location() == null || closure.location().equals(location));
    }

    private static boolean covers(Closure closure, LocalDate day) {
        return !day.isBefore(closure.firstDay()) && !day.isAfter(closure.lastDay());
    }

    private static boolean within(Closure closure, LocalTime time) {
        var opens = closure.opens();
        var closes = closure.closes();
        return opens != null && closes != null && !time.isBefore(opens) && time.isBefore(closes);
    }

    private boolean taken(UUID resource, Instant minute) {
        return !question.busy()
                .getOrDefault(resource, Spans.NONE)
                .clear(minute.getEpochSecond(), minute.getEpochSecond() + 60);
    }
}
