package org.needlepoint.scheduling;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.credentials.HeldCredential;
import org.needlepoint.scheduling.Occupancies.Stretch;

/// The rule that says when a service can be booked: hours worked, cut by windows and closures, minus what is taken.
/// Nothing but arithmetic over what it is given.
final class Openings {
    private Openings() {}

    /// Everything the answer depends on.
    ///
    /// @param offers        who offers the service where, in the order of the answer
    /// @param zones         of the locations offered
    /// @param rooms         in use, by location, in the order in which they are given out
    /// @param equipment     in use, by location, in the order in which it is given out
    /// @param held          what practitioners hold, for a service that asks for a credential
    /// @param busy          what is taken, by practitioner, room, piece of equipment and patient, in epoch seconds
    /// @param patient       who must be free as well; null: somebody not yet known
    /// @param noticeMinutes how long before the start it can still be booked
    record Question(
            Service service,
            List<Offer> offers,
            List<WorkingHours> hours,
            List<OpenHours> openHours,
            List<ServiceWindow> windows,
            List<Closure> closures,
            Map<UUID, ZoneId> zones,
            Map<UUID, List<RoomId>> rooms,
            Map<UUID, List<Equipment>> equipment,
            List<HeldCredential> held,
            Map<UUID, Spans> busy,
            @Nullable UUID patient,
            LocalDate from,
            LocalDate to,
            Instant now,
            int noticeMinutes) {
        /// The same for somebody who is free all day.
        Question forAnybody() {
            return with(busy, null, noticeMinutes);
        }

        /// The same with nothing taken and no notice kept: whether a time is offered at all.
        Question asIfFree() {
            return with(Map.of(), null, 0);
        }

        /// The same for somebody who may book at once.
        Question withoutNotice() {
            return with(busy, patient, 0);
        }

        private Question with(Map<UUID, Spans> taken, @Nullable UUID whom, int notice) {
            return new Question(
                    service, offers, hours, openHours, windows, closures, zones, rooms, equipment, held, taken, whom,
                    from, to, now, notice);
        }
    }

    /// An opening, and the room and equipment it would use.
    ///
    /// @param start epoch seconds
    record Slot(Offer offer, @Nullable RoomId room, List<EquipmentId> equipment, long start, long end) {
        Opening in(ZoneId zone) {
            return new Opening(
                    offer.practitioner(),
                    offer.location(),
                    Instant.ofEpochSecond(start).atZone(zone),
                    Instant.ofEpochSecond(end).atZone(zone));
        }

        /// What a visit takes there: the practitioner while hands are on, room, equipment and patient throughout
        /// (rule W5); all but the patient in the buffers too.
        List<Stretch> takes(Service service, @Nullable UUID patient) {
            var stretches = new ArrayList<Stretch>();
            var needed = needed(service);
            for (int i = 0; i < needed.size(); i++) {
                stretches.add(new Stretch(
                        "practitioner",
                        offer.practitioner().value(),
                        Instant.ofEpochSecond(start + needed.start(i)),
                        Instant.ofEpochSecond(start + needed.end(i))));
            }
            var begins = Instant.ofEpochSecond(start - service.demands().bufferBefore() * 60L);
            var ends = Instant.ofEpochSecond(end + service.demands().bufferAfter() * 60L);
            if (room != null) {
                stretches.add(new Stretch("room", room.value(), begins, ends));
            }
            for (var piece : equipment) {
                stretches.add(new Stretch("device", piece.value(), begins, ends));
            }
            if (patient != null) {
                stretches.add(
                        new Stretch("patient", patient, Instant.ofEpochSecond(start), Instant.ofEpochSecond(end)));
            }
            return stretches;
        }
    }

    /// All slots, by start, then in the order of the offers.
    static Slots of(Question question) {
        var offers = question.offers();
        var slots = new Slots(offers, question.service().minutes() * 60L);
        var windows = windows(question.service(), question.windows());
        for (int i = 0; i < offers.size(); i++) {
            var zone = question.zones().get(offers.get(i).location());
            if (zone != null) {
                new OpeningSearch(question, i, zone, windows, slots).run();
            }
        }
        if (offers.size() > 1) {
            slots.sort();
        }
        return slots;
    }

    /// When the practitioner is needed, in seconds from the start of the visit, buffers not counted.
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

    /// The same with the buffers before and after: what a visit takes of the practitioner.
    static Spans needed(Service service) {
        long before = service.demands().bufferBefore() * 60L;
        long after = service.demands().bufferAfter() * 60L;
        long end = service.minutes() * 60L;
        return handsOn(service.segments()).plus(Spans.of(-before, 0)).plus(Spans.of(end, end + after));
    }

    /// The windows by weekday; empty when the service is booked in all hours. Whether a guest is new or returning is
    /// known only for a service that is for one of them; else only windows for both count.
    private static Optional<Map<DayOfWeek, Spans>> windows(Service service, List<ServiceWindow> windows) {
        if (windows.isEmpty()) {
            return Optional.empty();
        }
        var byDay = new HashMap<DayOfWeek, Spans>();
        for (var window : windows) {
            if (window.audience() == Audience.BOTH || window.audience() == service.audience()) {
                byDay.merge(window.weekday(), DayHours.between(window.opens(), window.closes()), Spans::plus);
            }
        }
        return Optional.of(byDay);
    }
}
