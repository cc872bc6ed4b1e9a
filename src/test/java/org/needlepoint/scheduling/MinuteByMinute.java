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
                for (var start : starts(offer, day)) {
                    visit(offer, zone, day, start, found);
                }
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
            var local = at.atZone(zone);
            if (!local.toLocalDate().equals(day)
                    || !worked(offer, day, local.toLocalTime())
                    || closed(offer, day, local.toLocalTime())
                    || (handsOn(minute) && taken(offer.practitioner().value(), at))
                    || (question.patient() != null && taken(question.patient(), at))) {
                return;
            }
        }
        var to = from.plusSeconds(minutes * 60L);
        var rooms = question.rooms().getOrDefault(offer.location(), List.of());
        if (question.service().modality() != Modality.IN_PERSON || rooms.isEmpty()) {
            found.add(new Openings.Slot(offer, null, from.getEpochSecond(), to.getEpochSecond()));
            return;
        }
        rooms.stream()
                .filter(room -> {
                    for (int minute = 0; minute < minutes; minute++) {
                        if (taken(room.value(), from.plusSeconds(minute * 60L))) {
                            return false;
                        }
                    }
                    return true;
                })
                .findFirst()
                .ifPresent(
                        room -> found.add(new Openings.Slot(offer, room, from.getEpochSecond(), to.getEpochSecond())));
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
        return planned(offer, day, time) && withinLimit(offer, day, time) && withinWindow(day, time);
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
        return limit.isEmpty() || limit.stream().anyMatch(closure -> within(closure, time));
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
                .anyMatch(closure -> closure.kind() == Closure.Kind.CLOSED
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
