package org.needlepoint.charting.ledger;

import java.util.List;

/// A point on the skin that somebody marked on the body map, to the millimetre of the map. It says where, never how
/// deep (rule C1).
///
/// @param view `front`, `back`, `left` or `right`
/// @param x    mm of the view, to the right, 0..2000
/// @param y    mm of the view, down, 0..2000
/// @param map  version of the map on which it was marked, 1..40 characters
public record MapPoint(String view, int x, int y, String map) {
    private static final List<String> VIEWS = List.of("front", "back", "left", "right");
    private static final int FARTHEST = 2000;

    public MapPoint {
        if (!VIEWS.contains(view)) {
            throw new IllegalArgumentException("view must be one of " + VIEWS + ", was " + view);
        }
        if (x < 0 || x > FARTHEST || y < 0 || y > FARTHEST) {
            throw new IllegalArgumentException("x and y must be 0..2000, were " + x + " and " + y);
        }
        Placement.requireShort("map", map);
    }
}
