package org.needlepoint.charting.ledger;

import java.util.List;

/// A point on the skin that somebody marked on the body map, to the millimetre of the map. It says where, never how
/// deep (rule C1).
///
/// @param view `front`, `back`, `left` or `right`
/// @param x    mm of the view, to the right, 0..700
/// @param y    mm of the view, down, 0..1740
/// @param map  version of the map on which it was marked, 1..40 characters
public record MapPoint(String view, int x, int y, String map) {
    private static final List<String> VIEWS = List.of("front", "back", "left", "right");
    private static final int WIDTH = 700;
    private static final int HEIGHT = 1740;

    public MapPoint {
        if (!VIEWS.contains(view)) {
            throw new IllegalArgumentException("view must be one of " + VIEWS + ", was " + view);
        }
        if (x < 0 || x > WIDTH || y < 0 || y > HEIGHT) {
            throw new IllegalArgumentException("x must be 0..700 and y 0..1740, were " + x + " and " + y);
        }
        if (map.isBlank()) {
            throw new IllegalArgumentException("a point names the version of its map");
        }
        Placement.requireShort("map", map);
    }
}
