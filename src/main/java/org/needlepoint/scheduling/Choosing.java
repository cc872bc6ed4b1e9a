package org.needlepoint.scheduling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.needlepoint.scheduling.Claims.Claim;
import org.needlepoint.scheduling.Occupancies.Stretch;

/// The rule that says whether a visit fits among what stands, and with which room, equipment and lane. Nothing but
/// arithmetic.
final class Choosing {
    private Choosing() {}

    /// @param rooms  that will do, the preferred first; empty: none is needed
    /// @param pieces of equipment that will do, for each kind that is needed
    static Claim of(Claims.Wanted wanted, List<UUID> rooms, List<List<UUID>> pieces, List<Standing> standing) {
        var met = new ArrayList<Obstacle>();
        var stretches = new ArrayList<Stretch>();
        int lane = lane(wanted, standing);
        var hands = practitioner(wanted, lane);
        met.addAll(Obstacle.between(hands, standing));
        stretches.addAll(hands);
        var person = wanted.person();
        if (person != null) {
            var patient = new Stretch("patient", person.value(), 0, wanted.start(), wanted.end());
            met.addAll(Obstacle.between(List.of(patient), standing));
            stretches.add(patient);
        }
        var chosen = first("room", rooms, wanted, standing, met, stretches);
        pieces.forEach(kind -> first("device", kind, wanted, standing, met, stretches));
        return met.isEmpty()
                ? new Claim.Free(List.copyOf(stretches), chosen.isEmpty() ? null : new RoomId(chosen.getFirst()), lane)
                : new Claim.Blocked(met.stream().distinct().toList());
    }

    /// When the practitioner is needed: hands on, as the service says; throughout where the length is another.
    static List<Stretch> practitioner(Claims.Wanted wanted, int lane) {
        var demands = wanted.service().demands();
        long before = demands.bufferBefore() * 60L;
        long after = demands.bufferAfter() * 60L;
        long length = wanted.end().getEpochSecond() - wanted.start().getEpochSecond();
        var hands = length == wanted.service().minutes() * 60L
                ? Openings.handsOn(wanted.service().segments())
                : Spans.of(0, length);
        var stretches = new ArrayList<Stretch>();
        for (int i = 0; i < hands.size(); i++) {
            stretches.add(new Stretch(
                    "practitioner",
                    wanted.practitioner().value(),
                    lane,
                    wanted.start().plusSeconds(hands.start(i) - (i == 0 ? before : 0)),
                    wanted.start().plusSeconds(hands.end(i) + (i == hands.size() - 1 ? after : 0))));
        }
        return stretches;
    }

    /// Everybody's lane where the practitioner is free there, or must be; else the lowest that is free.
    private static int lane(Claims.Wanted wanted, List<Standing> standing) {
        int lane = 0;
        while (wanted.mayOverlap()
                && !Obstacle.between(practitioner(wanted, lane), standing).isEmpty()) {
            lane++;
        }
        return lane;
    }

    /// The first of these that is free throughout, buffers included; where none is, what stands in the way of each.
    private static List<UUID> first(
            String kind,
            List<UUID> candidates,
            Claims.Wanted wanted,
            List<Standing> standing,
            List<Obstacle> met,
            List<Stretch> stretches) {
        var inTheWay = new ArrayList<Obstacle>();
        for (var candidate : candidates) {
            var stretch = throughout(kind, candidate, wanted);
            var here = Obstacle.between(List.of(stretch), standing);
            if (here.isEmpty()) {
                stretches.add(stretch);
                return List.of(candidate);
            }
            inTheWay.addAll(here);
        }
        met.addAll(inTheWay);
        return List.of();
    }

    private static Stretch throughout(String kind, UUID resource, Claims.Wanted wanted) {
        var demands = wanted.service().demands();
        Instant from = wanted.start().minusSeconds(demands.bufferBefore() * 60L);
        return new Stretch(kind, resource, 0, from, wanted.end().plusSeconds(demands.bufferAfter() * 60L));
    }
}
