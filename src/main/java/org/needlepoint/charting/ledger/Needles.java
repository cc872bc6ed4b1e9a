package org.needlepoint.charting.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.ledger.LedgerEvent.Bent;
import org.needlepoint.charting.ledger.LedgerEvent.Broken;
import org.needlepoint.charting.ledger.LedgerEvent.Disposed;
import org.needlepoint.charting.ledger.LedgerEvent.Dropped;
import org.needlepoint.charting.ledger.LedgerEvent.FamiliarPain;
import org.needlepoint.charting.ledger.LedgerEvent.Found;
import org.needlepoint.charting.ledger.LedgerEvent.Inserted;
import org.needlepoint.charting.ledger.LedgerEvent.Manipulated;
import org.needlepoint.charting.ledger.LedgerEvent.OfNeedle;
import org.needlepoint.charting.ledger.LedgerEvent.Place;
import org.needlepoint.charting.ledger.LedgerEvent.Redirected;
import org.needlepoint.charting.ledger.LedgerEvent.Reinserted;
import org.needlepoint.charting.ledger.LedgerEvent.Removed;
import org.needlepoint.charting.ledger.LedgerEvent.Sensed;
import org.needlepoint.charting.ledger.LedgerEvent.Stimulated;
import org.needlepoint.charting.ledger.LedgerEvent.Tolerated;
import org.needlepoint.charting.ledger.LedgerEvent.Twitched;
import org.needlepoint.charting.ledger.LedgerEvent.Unaccounted;
import org.needlepoint.charting.ledger.Needle.Again;
import org.needlepoint.charting.ledger.Needle.Whereabouts;

/// The join of each needle's events. Every fact only adds; what takes back names what it takes back. The browser joins
/// in the same way (`fold.ts`).
final class Needles {
    private final NeedleId id;
    private boolean insertionKnown;
    private @Nullable LedgerEntry inserted;
    private @Nullable LedgerEntry removed;
    private final Map<EventId, LedgerEntry> again = new TreeMap<>();
    private final Map<EventId, LedgerEntry> removedAgain = new HashMap<>();
    private boolean inHand;
    private boolean observed;
    private boolean fell;
    private int redirections;
    private int twitches;
    private boolean familiarPain;
    private boolean bent;
    private final Set<Sensation> felt = EnumSet.noneOf(Sensation.class);
    private final Set<Tolerance> borne = EnumSet.noneOf(Tolerance.class);
    private final List<Manipulated> moved = new ArrayList<>();
    private final List<Stimulation> currents = new ArrayList<>();
    private final Set<EventId> unaccounted = new HashSet<>();
    private final Set<EventId> broken = new HashSet<>();
    private final Set<EventId> dropped = new HashSet<>();
    private final Set<EventId> settled = new HashSet<>();

    private Needles(NeedleId id) {
        this.id = id;
    }

    static List<Needle> of(Facts facts) {
        var needles = new TreeMap<NeedleId, Needles>();
        var retractedAgain = new HashSet<EventId>();
        for (var entry : facts.all()) {
            if (entry.event() instanceof OfNeedle event) {
                var needle = needles.computeIfAbsent(event.needle(), Needles::new);
                needle.insertionKnown |= event instanceof Inserted;
                if (facts.stands(entry)) {
                    needle.add(entry, event);
                } else if (event instanceof Reinserted) {
                    retractedAgain.add(entry.id());
                }
            }
        }
        return needles.values().stream()
                .peek(it -> it.removedAgain.keySet().removeAll(retractedAgain))
                .filter(Needles::counts)
                .map(Needles::needle)
                .toList();
    }

    /// Entries come in the order of their ids, so that of several the same one is kept in every replica.
    private void add(LedgerEntry entry, OfNeedle event) {
        switch (event) {
            case Inserted _ -> inserted = inserted == null ? entry : inserted;
            case Reinserted _ -> again.put(entry.id(), entry);
            case Removed gone when gone.of() != null -> removedAgain.putIfAbsent(gone.of(), entry);
            case Removed _ -> removed = removed == null ? entry : removed;
            case Disposed _ -> inHand = true;
            case Found found -> {
                settled.addAll(found.settles());
                inHand |= found.where() != Place.SKIN;
            }
            case Unaccounted _ -> unaccounted.add(entry.id());
            case Broken _ -> broken.add(entry.id());
            case Dropped _ -> {
                dropped.add(entry.id());
                fell = true;
            }
            case Bent _ -> bent = true;
            case Redirected _ -> redirections++;
            case Twitched _ -> twitches++;
            case FamiliarPain _ -> familiarPain = true;
            case Sensed sensed -> felt.add(sensed.felt());
            case Tolerated tolerated -> borne.add(tolerated.how());
            case Manipulated manipulated -> moved.add(manipulated);
            case Stimulated stimulated -> currents.add(stimulated.with());
        }
        observed |= event instanceof Redirected
                || event instanceof Twitched
                || event instanceof FamiliarPain
                || event instanceof Sensed
                || event instanceof Tolerated
                || event instanceof Manipulated
                || event instanceof Stimulated;
    }

    /// Whether there is such a needle at all: one whose insertion was a mistake is none, unless something was reported
    /// that a needle must have been there for.
    private boolean counts() {
        return inserted != null
                || removed != null
                || !again.isEmpty()
                || !removedAgain.isEmpty()
                || inHand
                || fell
                || !unaccounted.isEmpty()
                || !broken.isEmpty()
                || (!insertionKnown && (observed || bent));
    }

    private Needle needle() {
        var open = new HashSet<EventId>();
        open.addAll(unaccounted);
        open.addAll(broken);
        if (!inHand) {
            open.addAll(dropped);
        }
        open.removeAll(settled);
        return new Needle(
                id,
                inserted == null ? null : ((Inserted) inserted.event()).placement(),
                where(open),
                again.values().stream().map(this::again).toList(),
                redirections,
                twitches,
                familiarPain,
                bent,
                felt,
                borne,
                moved,
                currents,
                open,
                inserted == null ? null : inserted.happenedAt(),
                inserted == null ? null : inserted.happenedBy(),
                inserted == null ? null : inserted.recordedBy(),
                removed == null ? null : removed.happenedAt(),
                removed == null ? null : removed.recordedBy());
    }

    private Again again(LedgerEntry entry) {
        var over = removedAgain.get(entry.id());
        return new Again(
                entry.id(),
                ((Reinserted) entry.event()).placement(),
                entry.happenedAt(),
                entry.happenedBy(),
                entry.recordedBy(),
                over == null ? null : over.happenedAt(),
                over == null ? null : over.recordedBy());
    }

    private Whereabouts where(Set<EventId> open) {
        if (holdsAny(open, unaccounted)) {
            return Whereabouts.UNACCOUNTED;
        }
        if (holdsAny(open, broken)) {
            return Whereabouts.BROKEN;
        }
        if (holdsAny(open, dropped)) {
            return Whereabouts.DROPPED;
        }
        if (!again.keySet().containsAll(removedAgain.keySet())
                || (inserted == null && (removed != null || observed || !fell))) {
            return Whereabouts.INSERTION_MISSING;
        }
        // a finding says nothing of a needle that went in again: only its own removal ends that
        boolean inAgain = !removedAgain.keySet().containsAll(again.keySet());
        return !inAgain && (removed != null || inHand) ? Whereabouts.OUT : Whereabouts.IN_SITU;
    }

    private static boolean holdsAny(Collection<EventId> open, Set<EventId> reports) {
        return open.stream().anyMatch(reports::contains);
    }
}
