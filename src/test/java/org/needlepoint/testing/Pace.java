package org.needlepoint.testing;

import java.time.Duration;

/// How long a hand takes by the keystroke-level model (Card, Moran and Newell, "The keystroke-level model for user
/// performance time with interactive systems", Communications of the ACM 23(7), 1980). Every tap costs a decision, a
/// way to the target and a press, though the model would let some decisions fall away; the model knows no swipe: it is
/// given the time of a way to a target.
public final class Pace {
    /// M: to decide.
    public static final Duration MENTAL = Duration.ofMillis(1350);

    /// P: to reach a target.
    public static final Duration POINT = Duration.ofMillis(1100);

    /// K: to press.
    public static final Duration PRESS = Duration.ofMillis(280);

    private Pace() {}

    public static Duration ofTap() {
        return MENTAL.plus(POINT).plus(PRESS);
    }

    public static Duration ofSwipe() {
        return POINT;
    }
}
