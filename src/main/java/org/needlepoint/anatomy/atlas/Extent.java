package org.needlepoint.anatomy.atlas;

import java.util.HashMap;
import java.util.Map;
import org.needlepoint.anatomy.atlas.Atlas.Place;

/// How much of the body a drawing covers: for each place the share of it that is painted. A place that shows on
/// several views counts once, with the area on the view that shows most of it.
public final class Extent {
    private final Atlas atlas;
    private final Map<Place, Double> shares = new HashMap<>();

    /// Nothing painted.
    public Extent(Atlas atlas) {
        this.atlas = atlas;
    }

    /// Paints a share of a place, 0 to 1; of two paintings of one place the larger counts.
    public void paint(Place place, double share) {
        shares.merge(place, Math.clamp(share, 0, 1), Math::max);
    }

    /// Square centimetres, as the views show them.
    public double cm2() {
        return shares.entrySet().stream()
                .mapToDouble(entry -> area(entry.getKey()) * entry.getValue())
                .sorted()
                .sum();
    }

    /// Percent of the body, 0 to 100.
    public double percent() {
        return 100 * cm2() / atlas.bodyCm2();
    }

    /// What two drawings have in common over what either has, by area (Jaccard): 1 the same, 0 nothing in common. Two
    /// empty drawings are the same.
    public double overlap(Extent other) {
        var places = new HashMap<Place, Double>(shares);
        other.shares.forEach((place, share) -> places.merge(place, share, Math::max));
        var either = 0.0;
        var both = 0.0;
        for (var entry : places.entrySet()) {
            var area = area(entry.getKey());
            either += area * entry.getValue();
            both += area
                    * Math.min(
                            shares.getOrDefault(entry.getKey(), 0.0), other.shares.getOrDefault(entry.getKey(), 0.0));
        }
        return either == 0 ? 1 : both / either;
    }

    private double area(Place place) {
        return atlas.areaCm2(place.zone(), place.side());
    }
}
