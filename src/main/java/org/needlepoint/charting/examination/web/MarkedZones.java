package org.needlepoint.charting.examination.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.needlepoint.anatomy.atlas.Atlas;
import org.needlepoint.scheduling.PainReport;
import org.needlepoint.shared.Laterality;
import org.springframework.stereotype.Component;

/// Where the marks of a drawing lie on the views of the body map.
@Component
class MarkedZones {
    private static final double MILD = 3.5;
    private static final double MODERATE = 6.5;
    private static final double MM2_PER_CM2 = 100;

    private final Atlas atlas;

    MarkedZones(Atlas atlas) {
        this.atlas = atlas;
    }

    /// A marked zone, or a freehand shape, as a view shows it.
    ///
    /// @param level `none`, `mild`, `moderate` or `severe`: the pattern
    record OnView(String path, double areaCm2, String level) {}

    /// What is seen of a drawing on a view. A zone that was marked by painting over it is drawn as it was painted.
    List<OnView> on(String view, PainReport pain) {
        var zones = atlas.view(view).stream()
                .flatMap(found -> found.zones().stream())
                .flatMap(zone -> pain.marks().stream()
                        .filter(mark -> !mark.painted())
                        .filter(mark -> mark.zone().equals(zone.zone()) && meant(mark.side(), zone.side()))
                        .map(mark -> new OnView(zone.path(), zone.areaCm2(), level(mark.intensity()))));
        var outlines = pain.outlines().stream()
                .filter(outline -> outline.view().equals(view))
                .map(outline -> new OnView(path(outline), area(outline.points()), level(outline.intensity())));
        return Stream.concat(zones, outlines).toList();
    }

    private static String path(PainReport.Outline outline) {
        return outline.points().stream()
                .map(point -> point.x() + " " + point.y())
                .collect(Collectors.joining("L", "M", "z"));
    }

    private static double area(List<PainReport.Point> points) {
        var twice = 0.0;
        for (var i = 0; i < points.size(); i++) {
            var here = points.get(i);
            var next = points.get((i + 1) % points.size());
            twice += here.x() * next.y() - next.x() * here.y();
        }
        return Math.abs(twice) / 2 / MM2_PER_CM2;
    }

    private static boolean meant(Laterality marked, Laterality drawn) {
        return marked == drawn || marked == Laterality.B || marked == Laterality.M || drawn == Laterality.M;
    }

    private static String level(double intensity) {
        if (intensity == 0) {
            return "none";
        }
        return intensity < MILD ? "mild" : intensity < MODERATE ? "moderate" : "severe";
    }
}
