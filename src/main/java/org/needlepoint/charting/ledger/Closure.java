package org.needlepoint.charting.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What became of a request to close a session.
public sealed interface Closure {
    /// Closed: every needle that went in has come out, and the counts agree.
    ///
    /// @param needles how many were used
    record Closed(int needles, Instant at) implements Closure {}

    /// It was closed before.
    record AlreadyClosed() implements Closure {}

    /// Refused: these devices may still hold events that the server has not seen.
    record DevicesPending(List<Device> devices) implements Closure {}

    /// Refused: something is charted of these, but not that they went in.
    record InsertionsMissing(List<Needle> needles) implements Closure {}

    /// Refused: no removal is charted for these. A session never closes over a needle in situ.
    record NeedlesInSitu(List<Needle> needles) implements Closure {}

    /// Refused: these are being searched for. Found, or the retained path.
    record Unaccounted(List<Needle> needles) implements Closure {}

    /// Refused: nothing is missing, so there is nothing to give up: count and close.
    record NothingMissing() implements Closure {}

    /// Refused: the counts do not agree with the chart. What the chart says is not told, so that the next count is
    /// honest.
    record CountsDisagree(Set<Doubt> doubts, Counts given) implements Closure {}

    /// What a count leaves open.
    enum Doubt {
        /// More needles left their packs than are charted or unused.
        MORE_OPENED,
        /// Fewer needles left their packs than are charted and unused.
        FEWER_OPENED,
        /// Fewer used needles lie in the sharps container than came out: look for one.
        FEWER_SHARPS,
        /// More used needles lie in the sharps container than are charted.
        MORE_SHARPS,
        /// A hand count found more needles than are charted.
        MORE_BY_HAND
    }
}
