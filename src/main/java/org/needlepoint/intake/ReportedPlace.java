package org.needlepoint.intake;

import org.needlepoint.shared.Laterality;

/// A place that somebody pointed to: `M` when it lies in the middle or the side was not said.
public record ReportedPlace(BodyArea area, Laterality side) {
    /// As forms and rows carry it: `upper-back:L`.
    public String code() {
        return area.code() + ":" + side;
    }

    /// The place of a code.
    ///
    /// @throws IllegalArgumentException when it is not one
    public static ReportedPlace of(String code) {
        var parts = code.split(":", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("a place is area:side, was " + code);
        }
        return new ReportedPlace(BodyArea.of(parts[0]), Laterality.valueOf(parts[1]));
    }

    /// Whether something on a side can lie here: the middle and both sides meet every side.
    boolean meets(Laterality other) {
        var sided = side == Laterality.L || side == Laterality.R;
        var otherSided = other == Laterality.L || other == Laterality.R;
        return !sided || !otherSided || side == other;
    }
}
