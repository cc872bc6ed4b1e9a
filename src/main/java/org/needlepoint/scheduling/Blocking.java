package org.needlepoint.scheduling;

import java.util.List;

/// What became of keeping time free.
public sealed interface Blocking {
    /// It is kept free now.
    record Blocked(Block block) implements Blocking {}

    /// Refused: these stand there.
    record InTheWay(List<Obstacle> obstacles) implements Blocking {}

    /// Refused: no such practitioner, room or equipment here, or no such time; or it was removed once more since.
    ///
    /// @param field `resource`, `start` or `end`; `undo`: what to put back is not what was removed last
    record NotPossible(String field) implements Blocking {}
}
