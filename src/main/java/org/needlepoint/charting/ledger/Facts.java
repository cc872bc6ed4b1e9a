package org.needlepoint.charting.ledger;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.needlepoint.charting.ledger.LedgerEvent.Emergency;
import org.needlepoint.charting.ledger.LedgerEvent.EnteredInError;
import org.needlepoint.charting.ledger.LedgerEvent.FeltFaint;
import org.needlepoint.charting.ledger.LedgerEvent.Recovered;

/// A session's entries, each once, in the order of their ids, and which of them were retracted.
final class Facts {
    private final Map<EventId, LedgerEntry> entries = new TreeMap<>();
    private final Set<EventId> retracted = new HashSet<>();

    Facts(Collection<LedgerEntry> all) {
        for (var entry : all) {
            entries.put(entry.id(), entry);
        }
        for (var entry : entries.values()) {
            if (entry.event() instanceof EnteredInError error) {
                var target = entries.get(error.event());
                if (target != null && target.event().retractable()) {
                    retracted.add(error.event());
                }
            }
        }
    }

    /// Every entry, the retracted included.
    Collection<LedgerEntry> all() {
        return entries.values();
    }

    boolean stands(LedgerEntry entry) {
        return !retracted.contains(entry.id());
    }

    /// What of a kind stands, by the ids of its entries.
    <E extends LedgerEvent> Stream<E> standing(Class<E> kind) {
        return entries.values().stream()
                .filter(this::stands)
                .map(LedgerEntry::event)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /// Faints and emergencies that are not over.
    List<LedgerEntry> unwell() {
        var over = new HashSet<EventId>();
        for (var entry : entries.values()) {
            if (entry.event() instanceof Recovered recovered && stands(entry)) {
                over.add(recovered.of());
            }
        }
        return entries.values().stream()
                .filter(it -> it.event() instanceof FeltFaint || it.event() instanceof Emergency)
                .filter(it -> stands(it) && !over.contains(it.id()))
                .sorted(Comparator.comparing(LedgerEntry::id))
                .toList();
    }
}
