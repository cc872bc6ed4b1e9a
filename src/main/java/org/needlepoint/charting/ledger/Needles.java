package org.needlepoint.charting.ledger;

import java.util.HashSet;
import java.util.List;
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
import org.needlepoint.charting.ledger.LedgerEvent.OfNeedle;
import org.needlepoint.charting.ledger.LedgerEvent.Place;
import org.needlepoint.charting.ledger.LedgerEvent.Redirected;
import org.needlepoint.charting.ledger.LedgerEvent.Removed;
import org.needlepoint.charting.ledger.LedgerEvent.Twitched;
import org.needlepoint.charting.ledger.LedgerEvent.Unaccounted;
import org.needlepoint.charting.ledger.Needle.Whereabouts;

/// The join of each needle's events. Every fact only adds; what takes back names what it takes back.
final class Needles {
    private final NeedleId id;
    private boolean insertionKnown;
    private @Nullable LedgerEntry inserted;
    private @Nullable LedgerEntry removed;
    private boolean inHand;
    private boolean observed;
    private boolean fell;
    private int redirections;
    private boolean twitched;
    private boolean familiarPain;
    private boolean bent;
    private final Set<EventId> unaccounted = new HashSet<>();
    private final Set<EventId> broken = new HashSet<>();
    private final Set<EventId> dropped = new HashSet<>();
    private final Set<EventId> settled = new HashSet<>();

    private Needles(NeedleId id) {
        this.id = id;
    }

    static List<Needle> of(Facts facts) {
        var needles = new TreeMap<NeedleId, Needles>();
        for (var entry : facts.all()) {
            if (entry.event() instanceof OfNeedle event) {
                var needle = needles.computeIfAbsent(event.needle(), Needles::new);
                needle.insertionKnown |= event instanceof Inserted;
                if (facts.stands(entry)) {
                    needle.add(entry, event);
                }
            }
        }
        return needles.values().stream()
                .filter(Needles::counts)
                .map(Needles::needle)
                .toList();
    }

    /// Entries come in the order of their ids, so that of several the same one is kept in every replica.
    private void add(LedgerEntry entry, OfNeedle event) {
        switch (event) {
            case Inserted _ -> inserted = inserted == null ? entry : inserted;
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
            case Twitched _ -> twitched = true;
            case FamiliarPain _ -> familiarPain = true;
        }
        observed |= event instanceof Redirected || event instanceof Twitched || event instanceof FamiliarPain;
    }

    /// Whether there is such a needle at all: one whose insertion was a mistake is none, unless something was reported
    /// that a needle must have been there for.
    private boolean counts() {
        return inserted != null
                || removed != null
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
                redirections,
                twitched,
                familiarPain,
                bent,
                open,
                inserted == null ? null : inserted.happenedAt(),
                inserted == null ? null : inserted.recordedBy(),
                removed == null ? null : removed.happenedAt(),
                removed == null ? null : removed.recordedBy());
    }

    private Whereabouts where(Set<EventId> open) {
        if (open.stream().anyMatch(unaccounted::contains)) {
            return Whereabouts.UNACCOUNTED;
        }
        if (open.stream().anyMatch(broken::contains)) {
            return Whereabouts.BROKEN;
        }
        if (open.stream().anyMatch(dropped::contains)) {
            return Whereabouts.DROPPED;
        }
        if (inserted == null && (removed != null || observed || !fell)) {
            return Whereabouts.INSERTION_MISSING;
        }
        return removed != null || inHand ? Whereabouts.OUT : Whereabouts.IN_SITU;
    }
}
