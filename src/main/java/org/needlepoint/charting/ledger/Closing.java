package org.needlepoint.charting.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.needlepoint.charting.ledger.Needle.Whereabouts;

/// A closing of a session, with what it knew.
record Closing(Set<NeedleId> needles, Set<NeedleId> retained, boolean balanced) {
    static List<Closing> of(Facts facts) {
        return facts.all().stream().flatMap(entry -> of(entry.event()).stream()).toList();
    }

    private static Optional<Closing> of(LedgerEvent event) {
        if (event instanceof LedgerEvent.Closed closed) {
            return Optional.of(new Closing(closed.needles(), Set.of(), true));
        }
        if (event instanceof LedgerEvent.ClosedWithRetained closed) {
            return Optional.of(new Closing(closed.needles(), closed.retained(), false));
        }
        return Optional.empty();
    }

    /// A closing holds while it knew every needle, and each is out or was given up in it.
    static Standing standing(List<Closing> closings, List<Needle> needles) {
        if (closings.isEmpty()) {
            return Standing.OPEN;
        }
        var holding = closings.stream().filter(it -> it.holds(needles)).toList();
        if (holding.isEmpty()) {
            return Standing.REOPENED;
        }
        return holding.stream().anyMatch(Closing::balanced) ? Standing.CLOSED : Standing.CLOSED_WITH_RETAINED;
    }

    private boolean holds(List<Needle> now) {
        return now.stream()
                .allMatch(it -> needles.contains(it.id())
                        && (it.where() == Whereabouts.OUT
                                || (retained.contains(it.id()) && it.where().missing())));
    }
}
