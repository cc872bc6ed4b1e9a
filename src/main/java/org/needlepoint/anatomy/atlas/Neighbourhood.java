package org.needlepoint.anatomy.atlas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.needlepoint.anatomy.atlas.Atlas.Near;

/// Measures where muscles lie against zones, on the patient's right.
final class Neighbourhood {
    /// How much wider a muscle is drawn for its rim, in mm.
    private static final double RIM = 8;

    /// Smaller shares of the rim are noise.
    private static final double LEAST = 0.02;

    /// Zones that come so near, in mm, border on each other...
    private static final double TOUCHING = 3;

    /// ...if they do so over this area of the wider one, in mm2.
    private static final double BORDER = 40;

    private record Pair(String muscle, String zone) {}

    private final Map<Pair, Near> near = new HashMap<>();
    private final Map<String, Set<String>> beside = new TreeMap<>();

    /// Adds a muscle as one view shows it. Of several views the one that says most counts.
    void add(String muscle, Geometry outline, double layer, Map<String, Geometry> zones) {
        var wide = outline.buffer(RIM);
        zones.forEach((zone, area) -> {
            var rim = Outlines.shared(wide, area).getArea() / wide.getArea();
            if (rim < LEAST) {
                return;
            }
            var over = Outlines.shared(outline, area).getArea();
            var ofMuscle = over / outline.getArea();
            var found = new Near(
                    muscle,
                    zone,
                    rounded(over / area.getArea()),
                    rounded(ofMuscle),
                    rounded(Math.max(rim, ofMuscle)),
                    layer);
            near.merge(new Pair(muscle, zone), found, (one, other) -> says(one) >= says(other) ? one : other);
        });
    }

    private static double says(Near near) {
        return (near.ofMuscle() + near.rim()) * near.ofZone() / near.layer();
    }

    private static double rounded(double share) {
        return Math.round(Math.clamp(share, 0, 1) * 1000) / 1000.0;
    }

    /// Adds which zones of a view border on each other.
    void border(Map<String, Geometry> zones) {
        zones.forEach((zone, area) -> {
            var wide = area.buffer(TOUCHING);
            zones.forEach((other, its) -> {
                if (!zone.equals(other) && Outlines.shared(wide, its).getArea() > BORDER) {
                    beside.computeIfAbsent(zone, _ -> new TreeSet<>()).add(other);
                    beside.computeIfAbsent(other, _ -> new TreeSet<>()).add(zone);
                }
            });
        });
    }

    /// Every muscle and zone that lie together, by id.
    List<Near> near() {
        var sorted = new ArrayList<>(near.values());
        sorted.sort(java.util.Comparator.comparing(Near::muscle).thenComparing(Near::zone));
        return sorted;
    }

    Map<String, Set<String>> beside() {
        return beside;
    }
}
