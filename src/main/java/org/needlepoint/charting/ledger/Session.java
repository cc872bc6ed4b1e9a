package org.needlepoint.charting.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.ledger.Closure.Doubt;
import org.needlepoint.charting.ledger.LedgerEvent.Emergency;
import org.needlepoint.charting.ledger.Needle.Whereabouts;

/// The fold of a session's entries. Order and repetition of the entries do not matter, nor what any clock says.
///
/// @param needles   every needle that counts, by id
/// @param retained  those given up on closing and not found since
/// @param late      needles that no closing knew of; only where there was a closing
/// @param unwell    faints and emergencies that are not over, by id
/// @param tray      needles that lie ready, in the order of their ids
/// @param pauses    how often the patient gave the sign for a pause
public record Session(
        List<Needle> needles,
        List<Device> devices,
        Standing standing,
        List<Needle> retained,
        List<Needle> late,
        List<EventId> unwell,
        boolean emergency,
        List<TrayItem> tray,
        int pauses) {
    /// What the entries come to.
    public static Session of(Collection<LedgerEntry> entries) {
        var facts = new Facts(entries);
        var needles = Needles.of(facts);
        var closings = Closing.of(facts);
        var known = needles.stream().map(Needle::id).collect(Collectors.toUnmodifiableSet());
        var standing = Closing.standing(closings, needles);
        var given = closings.stream().flatMap(it -> it.retained().stream()).collect(Collectors.toSet());
        var seen = closings.stream().flatMap(it -> it.needles().stream()).collect(Collectors.toSet());
        var unwell = facts.unwell();
        return new Session(
                needles,
                Devices.of(facts),
                standing,
                needles.stream()
                        .filter(it -> given.contains(it.id()) && it.where() != Whereabouts.OUT)
                        .toList(),
                closings.isEmpty() || seen.containsAll(known)
                        ? List.of()
                        : needles.stream().filter(it -> !seen.contains(it.id())).toList(),
                unwell.stream().map(LedgerEntry::id).toList(),
                unwell.stream().anyMatch(it -> it.event() instanceof Emergency),
                facts.standing(LedgerEvent.TrayLaid.class)
                        .map(LedgerEvent.TrayLaid::item)
                        .toList(),
                (int) facts.standing(LedgerEvent.PauseAsked.class).count());
    }

    public Session {
        needles = List.copyOf(needles);
        devices = List.copyOf(devices);
        retained = List.copyOf(retained);
        late = List.copyOf(late);
        unwell = List.copyOf(unwell);
        tray = List.copyOf(tray);
    }

    /// Needles in the body.
    public List<Needle> inSitu() {
        return at(EnumSet.of(Whereabouts.IN_SITU));
    }

    /// Needles that are being searched for.
    public List<Needle> missing() {
        return at(EnumSet.of(Whereabouts.UNACCOUNTED, Whereabouts.BROKEN, Whereabouts.DROPPED));
    }

    /// How many needles were used: put in, or fallen before.
    public int used() {
        return needles.size();
    }

    /// How many are out and in hand.
    public int out() {
        return at(EnumSet.of(Whereabouts.OUT)).size();
    }

    /// Whether every needle is out and in hand.
    public boolean balanced() {
        return out() == used();
    }

    /// Whether it was closed and is not reopened.
    public boolean isClosed() {
        return standing == Standing.CLOSED || standing == Standing.CLOSED_WITH_RETAINED;
    }

    /// Whether the patient fainted or worse, and is not yet well.
    public boolean faint() {
        return !unwell.isEmpty() && !emergency;
    }

    private List<Needle> at(Set<Whereabouts> places) {
        return needles.stream().filter(it -> places.contains(it.where())).toList();
    }

    /// Whether it may close now, and if not, why: the first of the reasons, gravest first.
    public Closure close(Counts counts, Instant now) {
        var refusal = obstacle();
        if (refusal != null) {
            return refusal;
        }
        var missing = missing();
        if (!missing.isEmpty()) {
            return new Closure.Unaccounted(missing);
        }
        var doubts = doubts(counts);
        return doubts.isEmpty() ? new Closure.Closed(used(), now) : new Closure.CountsDisagree(doubts, counts);
    }

    /// Whether it may close over the needles that are missing, after a search. Needles in situ never may.
    public Closure closeWithRetained(Instant now) {
        var refusal = obstacle();
        if (refusal != null) {
            return refusal;
        }
        return missing().isEmpty() ? new Closure.NothingMissing() : new Closure.Closed(used(), now);
    }

    private @Nullable Closure obstacle() {
        if (isClosed()) {
            return new Closure.AlreadyClosed();
        }
        var pending = devices.stream().filter(Device::pending).toList();
        if (!pending.isEmpty()) {
            return new Closure.DevicesPending(pending);
        }
        var strange = at(EnumSet.of(Whereabouts.INSERTION_MISSING));
        if (!strange.isEmpty()) {
            return new Closure.InsertionsMissing(strange);
        }
        var inSitu = inSitu();
        return inSitu.isEmpty() ? null : new Closure.NeedlesInSitu(inSitu);
    }

    /// What the three counts leave open (rule C7).
    Set<Doubt> doubts(Counts counts) {
        var doubts = EnumSet.noneOf(Doubt.class);
        int opened = counts.opened() - counts.unused();
        if (opened > used()) {
            doubts.add(Doubt.MORE_OPENED);
        }
        if (opened < used()) {
            doubts.add(Doubt.FEWER_OPENED);
        }
        if (counts.sharps() < used()) {
            doubts.add(Doubt.FEWER_SHARPS);
        }
        if (counts.sharps() > used()) {
            doubts.add(Doubt.MORE_SHARPS);
        }
        if (devices.stream().anyMatch(it -> it.handCount() != null && it.handCount() > used())) {
            doubts.add(Doubt.MORE_BY_HAND);
        }
        return doubts;
    }

    /// The last number of each device.
    public Map<DeviceId, Integer> lastNumbers() {
        return devices.stream().collect(Collectors.toUnmodifiableMap(Device::id, Device::last));
    }

    /// Every needle that counts.
    public Set<NeedleId> needleIds() {
        return needles.stream().map(Needle::id).collect(Collectors.toUnmodifiableSet());
    }
}
