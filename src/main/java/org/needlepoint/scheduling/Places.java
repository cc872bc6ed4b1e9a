package org.needlepoint.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.needlepoint.audit.Actor;
import org.needlepoint.scheduling.AwaitedPlaces.Owner;
import org.needlepoint.scheduling.Occupancies.Stretch;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Where visits and blocks stand, when they give their place up or other zone rules move them. A promise
/// outranks a hold; of what another visit or a block stands on, it takes the rest and awaits that part.
/// What is given up goes first to whoever awaits it, in the same transaction, so that nobody is booked
/// where a visit was promised.
@Component
public class Places {
    private final Occupancies occupancies;
    private final Standings standings;
    private final AwaitedPlaces awaited;
    private final Appointments appointments;
    private final Clock clock;

    Places(
            Occupancies occupancies,
            Standings standings,
            AwaitedPlaces awaited,
            Appointments appointments,
            Clock clock) {
        this.occupancies = occupancies;
        this.standings = standings;
        this.awaited = awaited;
        this.appointments = appointments;
        this.clock = clock;
    }

    /// Gives up what a visit takes.
    void free(PracticeId practice, AppointmentId visit) {
        awaited.remove(practice, Owner.of(visit));
        passOn(practice, occupancies.lift(practice, visit));
    }

    /// Gives up what a visit takes from a moment on: nobody has come.
    void freeFrom(PracticeId practice, AppointmentId visit, Instant from) {
        awaited.remove(practice, Owner.of(visit));
        passOn(practice, occupancies.lift(practice, visit, from));
    }

    /// Gives up what a block takes.
    void free(PracticeId practice, BlockId block) {
        awaited.remove(practice, Owner.of(block));
        passOn(practice, occupancies.lift(practice, block));
    }

    /// Takes these stretches for a visit instead of what it takes; those above lane 0 with the reason of the lane.
    void replace(PracticeId practice, AppointmentId visit, List<Stretch> stretches, Lane lane) {
        awaited.remove(practice, Owner.of(visit));
        var former = occupancies.lift(practice, visit);
        occupancies.book(practice, stretches, visit, lane);
        passOn(practice, former);
    }

    /// Moves a booked visit to where the rules of its zone have moved it, as its next version: it keeps its local time,
    /// its lane with the reason, and that the patient has confirmed it. Call it with the visit's row locked.
    @Transactional
    public void shift(PracticeId practice, AppointmentId visit, Duration by, Actor actor) {
        var owner = Owner.of(visit);
        var former = occupancies.lift(practice, visit);
        var wanted = Stream.concat(former.stream(), awaited.remove(practice, owner).stream())
                .map(stretch -> stretch.later(by))
                .toList();
        take(practice, owner, onEverybodysLane(wanted));
        int lane = overlap(
                practice,
                visit,
                wanted.stream().filter(stretch -> stretch.lane() > 0).toList());
        appointments.shift(practice, visit, by, lane, clock.instant(), actor);
        passOn(practice, former);
    }

    /// Moves what a block takes to where the rules of its zone have moved it.
    @Transactional
    public void shift(PracticeId practice, BlockId block, Instant start, Instant end) {
        var owner = Owner.of(block);
        var former = occupancies.lift(practice, block);
        var wanted = Stream.concat(former.stream(), awaited.remove(practice, owner).stream())
                .limit(1)
                .map(stretch -> new Stretch(stretch.kind(), stretch.resource(), start, end))
                .toList();
        take(practice, owner, wanted);
        passOn(practice, former);
    }

    /// Booked visits that collide since the rules of a zone changed, by start: they await a part of their
    /// place, or stand where a block should.
    @Transactional(readOnly = true)
    public List<AppointmentId> colliding(PracticeId practice) {
        return awaited.colliding(practice, clock.instant());
    }

    /// Puts what shares the practitioner's time on purpose on the lowest lane that is free for it, with its reason.
    private int overlap(PracticeId practice, AppointmentId visit, List<Stretch> hands) {
        if (hands.isEmpty()) {
            return 0;
        }
        int number = 1;
        while (!isFree(practice, onLane(hands, number))) {
            number++;
        }
        var reason = appointments.laneOf(practice, visit).overlap();
        occupancies.book(practice, onLane(hands, number), visit, Lane.of(number, reason));
        return number;
    }

    private boolean isFree(PracticeId practice, List<Stretch> stretches) {
        return stretches.stream()
                .allMatch(stretch -> standings.heldStill(practice, stretch).size() == 0);
    }

    private static List<Stretch> onEverybodysLane(List<Stretch> stretches) {
        return stretches.stream().filter(stretch -> stretch.lane() == 0).toList();
    }

    private static List<Stretch> onLane(List<Stretch> hands, int lane) {
        return hands.stream().map(stretch -> stretch.onLane(lane)).toList();
    }

    /// What was given up is looked at by those who await it.
    private void passOn(PracticeId practice, List<Stretch> freed) {
        if (freed.isEmpty() || !awaited.any(practice)) {
            return;
        }
        onEverybodysLane(freed).stream()
                .sorted(Comparator.comparing(Stretch::resource).thenComparing(Stretch::start))
                .flatMap(stretch -> awaited.removeMeeting(practice, stretch).stream())
                .forEach(each -> take(practice, each.owner(), List.of(each.stretch())));
    }

    /// Takes what is free of everybody's lane, and awaits the rest. Whoever stands in the way cannot go
    /// unnoticed: their rows are locked first.
    private void take(PracticeId practice, Owner owner, List<Stretch> wanted) {
        var free = new ArrayList<Stretch>();
        for (var stretch : wanted) {
            var all = Spans.of(stretch.start().getEpochSecond(), stretch.end().getEpochSecond());
            standings.holdsIn(practice, stretch).forEach(hold -> occupancies.release(practice, hold));
            var taken = standings.heldStill(practice, stretch);
            free.addAll(parts(stretch, all.minus(taken)));
            parts(stretch, all.and(taken)).forEach(part -> awaited.add(practice, owner, part));
        }
        var visit = owner.visit();
        var block = owner.block();
        if (visit != null) {
            occupancies.book(practice, free, visit);
        }
        if (block != null) {
            free.forEach(part -> occupancies.block(practice, part, block));
        }
    }

    private static List<Stretch> parts(Stretch stretch, Spans spans) {
        var parts = new ArrayList<Stretch>();
        for (int i = 0; i < spans.size(); i++) {
            parts.add(new Stretch(
                    stretch.kind(),
                    stretch.resource(),
                    Instant.ofEpochSecond(spans.start(i)),
                    Instant.ofEpochSecond(spans.end(i))));
        }
        return parts;
    }
}
