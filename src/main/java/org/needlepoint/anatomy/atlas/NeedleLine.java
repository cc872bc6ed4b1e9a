package org.needlepoint.anatomy.atlas;

import java.util.List;

/// What a straight needle meets on one line into the reference body: one man, and the order only (rule C1). How deep
/// anything lies is left out on purpose, so that nothing can be compared with a needle's length.
///
/// @param view    the view on which the line begins
/// @param x       where it begins, in mm of the view, to the right
/// @param y       in mm of the view, down
/// @param through from the skin inward
/// @param beside  hazards that are not on the line but close to it, the nearest first
public record NeedleLine(String view, double x, double y, List<Structure> through, List<Structure> beside) {
    public NeedleLine {
        through = List.copyOf(through);
        beside = List.copyOf(beside);
    }

    /// Hazards on the line itself. None says only that none is drawn there in the reference body.
    public List<Structure> hazards() {
        return through.stream().filter(each -> each.kind().hazard()).toList();
    }

    /// Muscles on the line, outermost first.
    public List<Structure> muscles() {
        return through.stream()
                .filter(each -> each.kind() == Structure.Kind.MUSCLE)
                .toList();
    }
}
