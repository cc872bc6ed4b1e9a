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
import org.needlepoint.scheduling.Openings.Slot;

/// The search for openings of one practitioner at one location. Starts only rise, so each calendar is walked once.
final class OpeningSearch {
    private final Offer offer;
    private final Optional<Map<DayOfWeek, Spans>> windows;
    private final List<Slot> slots;
    private final Service service;
    private final DayHours hours;
    private final Optional<List<HeldCredential>> held;
    private final LocalDate first;
    private final LocalDate last;
    private final ZonePieces pieces;
    private final long earliest;
    private final long length;
    private final long before;
    private final long after;
    private final long[] neededFrom;
    private final Spans.Cursor[] practitioner;
    private final Spans practitionerBusy;
    private final Spans.Cursor patient;
    private final List<Thing<RoomId>> rooms;
    private final List<List<Thing<EquipmentId>>> equipment;
    private final long[] neededTo;

    /// Something of which a visit takes one that is free.
    private record Thing<I>(I id, Spans.Cursor busy) {}

    /// @param slots where what is found is added
    OpeningSearch(
            Question question, Offer offer, ZoneId zone, Optional<Map<DayOfWeek, Spans>> windows, List<Slot> slots) {
        this.offer = offer;
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
        this.patient = (who == null ? Spans.NONE : busy(question, who)).cursor();
        this.rooms = inPerson ? rooms(question) : List.of();
        this.equipment = inPerson ? equipment(question) : List.of();
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
                var open = pieces.instants(day, worked.minus(hours.closed(day)));
                int from = slots.size();
                search(day, worked, open);
                if (service.demands().fewestGaps()) {
                    leaveFewestGaps(from, open);
                }
            }
        }
    }

    /// Steps along the grid from the beginning of each stretch. A closure in between does not shift the grid.
    private void search(LocalDate day, Spans worked, Spans open) {
        long midnight = day.toEpochDay() * 86_400;
        long step = service.gridMinutes() * 60L;
        for (int i = 0; i < worked.size(); i++) {
            for (long at = worked.start(i); at < worked.end(i); at += step) {
                long start = pieces.instant(midnight + at);
                if (start != ZonePieces.NEVER && start >= earliest && open.holds(start, start + length)) {
                    offer(start);
                }
            }
        }
    }

    private void offer(long start) {
        for (int i = 0; i < practitioner.length; i++) {
            if (!practitioner[i].clear(start + neededFrom[i], start + neededTo[i])) {
                return;
            }
        }
        if (!patient.clear(start, start + length)) {
            return;
        }
        RoomId room = null;
        if (!rooms.isEmpty()) {
            room = free(rooms, start);
            if (room == null) {
                return;
            }
        }
        var pieces = List.<EquipmentId>of();
        if (!equipment.isEmpty()) {
            pieces = new ArrayList<>(equipment.size());
            for (var kind : equipment) {
                var piece = free(kind, start);
                if (piece == null) {
                    return;
                }
                pieces.add(piece);
            }
        }
        slots.add(new Slot(offer, room, pieces, start, start + length));
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
        var ofDay = slots.subList(from, slots.size());
        var free = open.minus(practitionerBusy);
        var good = ofDay.stream().filter(slot -> leavesNoGap(slot, free)).toList();
        if (!good.isEmpty() && good.size() < ofDay.size()) {
            ofDay.clear();
            slots.addAll(good);
        }
    }

    private boolean leavesNoGap(Slot slot, Spans free) {
        return longEnough(free.runBefore(slot.start() - before)) && longEnough(free.runAfter(slot.end() + after));
    }

    private boolean longEnough(long gap) {
        return gap == 0 || gap >= before + length + after;
    }
}
