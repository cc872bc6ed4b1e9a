package org.needlepoint.charting.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needlepoint.charting.ledger.LedgerEvent.Manipulated;

/// A needle as its events say.
///
/// @param placement  of the first time; null while that has not arrived, and for a needle that fell before it went in
/// @param again      the further times that it went in, by id
/// @param open       reports of this needle that nobody has settled: dropped, broken, unaccounted
/// @param insertedAt as reported; null without a placement
/// @param inSince    the same, but no later than it was stored: what the planned stay is counted from
/// @param removedAt  as reported; null unless the first time is over
public record Needle(
        NeedleId id,
        @Nullable Placement placement,
        Whereabouts where,
        List<Again> again,
        int redirections,
        int twitches,
        boolean familiarPain,
        boolean bent,
        Set<Sensation> felt,
        Set<Tolerance> borne,
        List<Manipulated> moved,
        List<Stimulation> currents,
        Set<EventId> open,
        @Nullable Instant insertedAt,
        @Nullable Instant inSince,
        @Nullable UUID insertedBy,
        @Nullable Instant removedAt,
        @Nullable UUID removedBy) {
    /// A further time that a needle went in.
    ///
    /// @param inSince   as of the needle
    /// @param removedAt null while it is in
    public record Again(
            EventId id,
            Placement placement,
            Instant insertedAt,
            Instant inSince,
            UUID insertedBy,
            @Nullable Instant removedAt,
            @Nullable UUID removedBy) {}

    /// Where a needle is, from the gravest.
    public enum Whereabouts {
        /// Nobody knows.
        UNACCOUNTED,
        /// A piece is missing.
        BROKEN,
        /// It fell and was not picked up.
        DROPPED,
        /// Something was reported of it, but not that it went in.
        INSERTION_MISSING,
        /// In the body.
        IN_SITU,
        /// Out, and in hand.
        OUT;

        /// Whether it is to be searched for.
        public boolean missing() {
            return this == UNACCOUNTED || this == BROKEN || this == DROPPED;
        }
    }

    public Needle {
        again = List.copyOf(again);
        felt = Set.copyOf(felt);
        borne = Set.copyOf(borne);
        moved = List.copyOf(moved);
        currents = List.copyOf(currents);
        open = Set.copyOf(open);
    }

    /// Whether the muscle twitched.
    public boolean twitched() {
        return twitches > 0;
    }

    /// When the planned stay of what is in the body ends, the earliest of them; empty when none is planned or none in.
    public Optional<Instant> dueAt() {
        var first = inSitu() && removedAt == null ? due(placement, inSince) : Optional.<Instant>empty();
        return Stream.concat(
                        first.stream(),
                        again.stream()
                                .filter(it -> it.removedAt() == null)
                                .flatMap(it -> due(it.placement(), it.inSince()).stream()))
                .min(Comparator.naturalOrder());
    }

    private static Optional<Instant> due(@Nullable Placement placement, @Nullable Instant since) {
        return placement == null || since == null || placement.dwellSeconds() == null
                ? Optional.empty()
                : Optional.of(since.plusSeconds(placement.dwellSeconds()));
    }

    /// In the body.
    public boolean inSitu() {
        return where == Whereabouts.IN_SITU;
    }
}
