package org.needlepoint.scheduling;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.HeldCredential;
import org.needlepoint.scheduling.Openings.Question;

/// The search for openings of one practitioner at one location. Starts only rise, so each calendar is walked once.
final class OpeningSearch {
    private final int which;
    private final Offer offer;
    private final Optional<Map<DayOfWeek, Spans>> windows;
    private final Slots slots;
    private final Service service;
    private final DayHours hours;
    private final Optional<List<HeldCredential>> held;
    private final LocalDate first;
    private final LocalDate last;
    private final ZonePieces pieces;
    private final long earliest;
    private final long length;
    private final long step;
    private final boolean fewestGaps;
    private final boolean takesThings;
    private final long before;
    private final long after;
    private final long[] neededFrom;
    private final Spans.Cursor[] practitioner;
    private final Spans practitionerBusy;
    private final Spans.@Nullable Cursor patient;
    private final List<Thing<RoomId>> rooms;
    private final List<List<Thing<EquipmentId>>> equipment;
    private final long[] neededTo;

    /// Something of which a visit takes one that is free.
    private record Thing<I>(I id, Spans.Cursor busy) {}

    /// @param which the place of the offer among those of the question
    /// @param slots where what is found is added
    OpeningSearch(Question question, int which, ZoneId zone, Optional<Map<DayOfWeek, Spans>> windows, Slots slots) {
        this.which = which;
        this.offer = question.offers().get(which);
        this.windows = windows;
        this.slots = slots;
        this.service = question.service();
        boolean inPerson = service.modality() == Modality.IN_PERSON;
        this.hours = new DayHours(
                offer.practitioner(),
                offer.location(),
                inPerson,
                question.hours(),
                question.openHours(),
                question.closures());
        this.held = Optional.ofNullable(service.demands().credential())
                .map(code -> question.held().stream()
                        .filter(one -> one.practitioner().equals(offer.practitioner())
                                && one.code().equals(code))
                        .toList());
        var today = LocalDate.ofInstant(question.now(), zone);
        var horizon = today.plusDays(service.horizonDays());
        this.first = question.from().isBefore(today) ? today : question.from();
        this.last = question.to().isAfter(horizon) ? horizon : question.to();
        this.pieces = ZonePieces.of(zone, first, last.isBefore(first) ? first : last);
        this.earliest = question.now().plusNanos(999_999_999).getEpochSecond() + question.noticeMinutes() * 60L;
        this.length = service.minutes() * 60L;
        this.before = service.demands().bufferBefore() * 60L;
        this.after = service.demands().bufferAfter() * 60L;
        this.practitionerBusy = busy(question, offer.practitioner().value());
        var needed = Openings.needed(service);
        this.practitioner = new Spans.Cursor[needed.size()];
        this.neededFrom = new long[needed.size()];
        this.neededTo = new long[needed.size()];
        for (int i = 0; i < needed.size(); i++) {
            practitioner[i] = practitionerBusy.cursor();
            neededFrom[i] = needed.start(i);
            neededTo[i] = needed.end(i);
        }
        var who = question.patient();
        this.patient = who == null ? null : busy(question, who).cursor();
        this.rooms = inPerson ? rooms(question) : List.of();
        this.equipment = inPerson ? equipment(question) : List.of();
        this.takesThings = !rooms.isEmpty() || !equipment.isEmpty();
        this.step = service.gridMinutes() * 60L;
        this.fewestGaps = service.demands().fewestGaps();
    }

    private static Spans busy(Question question, UUID resource) {
        return question.busy().getOrDefault(resource, Spans.NONE);
    }

    private List<Thing<RoomId>> rooms(Question question) {
        return question.rooms().getOrDefault(offer.location(), List.of()).stream()
                .map(room -> new Thing<>(room, busy(question, room.value()).cursor()))
                .toList();
    }

    /// For each kind that the service needs, the pieces there are.
    private List<List<Thing<EquipmentId>>> equipment(Question question) {
        var here = question.equipment().getOrDefault(offer.location(), List.of());
        return service.demands().equipment().stream()
                .map(kind -> here.stream()
                        .filter(piece -> piece.kind() == kind)
                        .map(piece -> new Thing<>(
                                piece.id(), busy(question, piece.id().value()).cursor()))
                        .toList())
                .toList();
    }

    void run() {
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            var today = day;
            if (held.isPresent() && held.get().stream().noneMatch(one -> one.holdsOn(today))) {
                continue;
            }
            var worked = hours.worked(day);
            if (windows.isPresent()) {
                worked = worked.and(windows.get().getOrDefault(day.getDayOfWeek(), Spans.NONE));
            }
            if (worked.size() > 0) {
                int from = slots.size();
                search(day, worked, worked.minus(hours.closed(day)), from);
            }
        }
    }

    /// @param worked seconds of the day; the grid begins with each stretch, and no closure in between shifts it
    /// @param open   of these, what is not closed
    /// @param from   how many slots other days have
    private void search(LocalDate day, Spans worked, Spans open, int from) {
        long midnight = day.toEpochDay() * 86_400;
        long begins = pieces.beginning(midnight);
        if (begins == ZonePieces.NEVER) {
            var instants = pieces.instants(day, open);
            stepWhereClocksChange(midnight, worked, instants);
            if (fewestGaps) {
                leaveFewestGaps(from, instants);
            }
        } else {
            step(begins, worked, open);
            if (fewestGaps) {
                leaveFewestGaps(from, open.moved(begins));
            }
        }
    }

    /// Steps along the grid of a day on which every local time follows its beginning as on any wall.
    private void step(long begins, Spans worked, Spans open) {
        int piece = 0;
        for (int i = 0; i < worked.size(); i++) {
            long grid = worked.start(i);
            for (; piece < open.size() && open.start(piece) < worked.end(i); piece++) {
                long at = grid + Math.ceilDiv(open.start(piece) - grid, step) * step;
                for (long last = open.end(piece) - length; at <= last; at += step) {
                    offer(begins + at);
                }
            }
        }
    }

    /// Steps along the grid of a day on which some local time does not exist or exists twice.
    private void stepWhereClocksChange(long midnight, Spans worked, Spans open) {
        for (int i = 0; i < worked.size(); i++) {
            for (long at = worked.start(i); at < worked.end(i); at += step) {
                long start = pieces.instant(midnight + at);
                if (start != ZonePieces.NEVER && open.holds(start, start + length)) {
                    offer(start);
                }
            }
        }
    }

    private void offer(long start) {
        if (start < earliest) {
            return;
        }
        for (int i = 0; i < practitioner.length; i++) {
            if (!practitioner[i].clear(start + neededFrom[i], start + neededTo[i])) {
                return;
            }
        }
        if (patient != null && !patient.clear(start, start + length)) {
            return;
        }
        if (takesThings) {
            offerWithThings(start);
        } else {
            slots.add(which, start, null);
        }
    }

    private void offerWithThings(long start) {
        RoomId room = null;
        if (!rooms.isEmpty()) {
            room = free(rooms, start);
            if (room == null) {
                return;
            }
        }
        var chosen = new ArrayList<EquipmentId>(equipment.size());
        for (var kind : equipment) {
            var piece = free(kind, start);
            if (piece == null) {
                return;
            }
            chosen.add(piece);
        }
        slots.add(which, start, new Slots.Use(room, chosen));
    }

    private <I> @Nullable I free(List<Thing<I>> things, long start) {
        for (var thing : things) {
            if (thing.busy().clear(start - before, start + length + after)) {
                return thing.id();
            }
        }
        return null;
    }

    /// Leaves out, of one day's slots, those with a gap beside them that is too short for another such visit;
    /// unless all have one.
    private void leaveFewestGaps(int from, Spans open) {
        var free = open.minus(practitionerBusy);
        boolean some = false;
        for (int i = from; i < slots.size() && !some; i++) {
            some = leavesNoGap(slots.start(i), free);
        }
        if (some) {
            slots.keep(from, start -> leavesNoGap(start, free));
        }
    }

    private boolean leavesNoGap(long start, Spans free) {
        return longEnough(free.runBefore(start - before)) && longEnough(free.runAfter(start + length + after));
    }

    private boolean longEnough(long gap) {
        return gap == 0 || gap >= before + length + after;
    }
}
