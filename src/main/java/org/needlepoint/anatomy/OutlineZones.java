package org.needlepoint.anatomy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.needlepoint.anatomy.PainRequest.Mark;
import org.needlepoint.anatomy.PainRequest.Outline;
import org.needlepoint.anatomy.atlas.Atlas;
import org.needlepoint.anatomy.atlas.Atlas.Place;
import org.needlepoint.anatomy.atlas.Covering.Fault;
import org.needlepoint.anatomy.atlas.Covering.Refused;
import org.needlepoint.anatomy.atlas.Covering.Zones;

/// Which zones a freehand shape stands for: every zone of which it covers 15 % or more; of a smaller shape the one
/// in which most of it lies.
public final class OutlineZones {
    private static final double COUNTS = 0.15;

    private final Atlas atlas;

    public OutlineZones(Atlas atlas) {
        this.atlas = atlas;
    }

    /// What a shape turned out to be.
    public sealed interface Reading {
        /// It lies on the body.
        ///
        /// @param zones marks of the zones it counts for, at least one
        record Covered(List<Mark> zones) implements Reading {
            public Covered {
                zones = List.copyOf(zones);
            }
        }

        /// There is no body under it.
        record OffTheBody() implements Reading {}

        /// There is no such view.
        record UnknownView() implements Reading {}
    }

    /// The edition of the map.
    public String version() {
        return atlas.version();
    }

    /// The zones of a shape, as it feels there, from the one covered most.
    public Reading read(Outline outline) {
        var polygon = outline.points().stream()
                .map(point -> new double[] {point.x(), point.y()})
                .toList();
        return switch (atlas.covering(outline.view(), polygon)) {
            case Zones(var shares) when !shares.isEmpty() -> new Reading.Covered(marks(shares, outline));
            case Refused(var fault) when fault == Fault.UNKNOWN_VIEW -> new Reading.UnknownView();
            case Zones _, Refused _ -> new Reading.OffTheBody();
        };
    }

    private List<Mark> marks(Map<Place, Double> shares, Outline outline) {
        var most = shares.entrySet().stream()
                .sorted(Map.Entry.<Place, Double>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().zone())
                        .thenComparing(entry -> entry.getKey().side()))
                .toList();
        var counting = most.stream().filter(entry -> entry.getValue() >= COUNTS).toList();
        var largest = most.stream()
                .max(Comparator.comparingDouble(entry -> entry.getValue()
                        * atlas.areaCm2(entry.getKey().zone(), entry.getKey().side())))
                .stream()
                .toList();
        return (counting.isEmpty() ? largest : counting)
                .stream()
                        .map(Map.Entry::getKey)
                        .map(place -> new Mark(
                                place.zone(), place.side(), outline.intensity(), outline.quality(), outline.spreads()))
                        .toList();
    }
}
