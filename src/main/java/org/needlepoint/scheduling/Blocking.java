package org.needlepoint.scheduling;

import java.util.List;

/// What became of keeping time free.
public sealed interface Blocking {
    /// It is kept free now.
    record Blocked(Block block) implements Blocking {}

    /// Refused: these stand there.
    record InTheWay(List<Obstacle> obstacles) implements Blocking {}

    /// Refused: no such practitioner, room or equipment here, or no such time.
    ///
    /// @param field `resource`, `start` or `end`
    record NotPossible(String field) implements Blocking {}
}
