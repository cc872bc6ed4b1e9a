package org.needlepoint.charting.ledger;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A needle as its events say.
///
/// @param placement  null while the insertion has not arrived, and for a needle that fell before it went in
/// @param open       reports of this needle that nobody has settled: dropped, broken, unaccounted
/// @param insertedAt as reported; null without a placement
/// @param removedAt  as reported; null unless it came out
public record Needle(
        NeedleId id,
        @Nullable Placement placement,
        Whereabouts where,
        int redirections,
        boolean twitched,
        boolean familiarPain,
        boolean bent,
        Set<EventId> open,
        @Nullable Instant insertedAt,
        @Nullable UUID insertedBy,
        @Nullable Instant removedAt,
        @Nullable UUID removedBy) {
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
        open = Set.copyOf(open);
    }

    /// In the body.
    public boolean inSitu() {
        return where == Whereabouts.IN_SITU;
    }
}
