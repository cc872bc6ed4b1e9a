package org.needlepoint.scheduling.zones;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.needlepoint.patients.PatientId;
import org.needlepoint.scheduling.AppointmentId;
import org.needlepoint.scheduling.BlockId;

/// What was put on the calendar at a local time.
sealed interface Promise {
    PromisedTime start();

    /// How much later than stored it is; negative: earlier.
    default Duration shift() {
        return start().shift();
    }

    /// A booked visit: it lasts as long as before.
    record Visit(AppointmentId id, PatientId patient, PromisedTime start) implements Promise {}

    /// A block: it ends at the local time that was entered, so it may come to last longer or less long.
    record Block(BlockId id, PromisedTime start, PromisedTime end) implements Promise {
        /// Another end alone moves it too.
        @Override
        public Duration shift() {
            return start.shift().isZero() ? end.shift() : start.shift();
        }

        Instant ends() {
            var longest = start.derived().plus(org.needlepoint.scheduling.Block.LONGEST);
            return end.derived().isAfter(longest) ? longest : end.derived();
        }

        /// Whether its local times leave any time between them.
        boolean lasts() {
            return ends().isAfter(start.derived());
        }
    }

    /// Those that go later begin with the last, those that go earlier with the first, so that none meets one that has
    /// yet to make room.
    static List<Promise> inTheOrderOfTheShift(Collection<? extends Promise> promises) {
        var earlier = Comparator.comparing((Promise promise) -> promise.start().stored());
        var ordered = new ArrayList<Promise>();
        promises.stream()
                .filter(promise -> promise.shift().isNegative())
                .sorted(earlier)
                .forEach(ordered::add);
        promises.stream()
                .filter(promise -> promise.shift().isPositive())
                .sorted(earlier.reversed())
                .forEach(ordered::add);
        return ordered;
    }
}
